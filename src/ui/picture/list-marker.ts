/** What a list writes before an item: its number and a full stop, or a dot; nothing where the list has neither. */
export function markerOf(item: HTMLLIElement, kind: string): string {
  if (kind === "disc") return "•";
  if (kind !== "decimal") return "";
  const list = item.parentElement;
  const start = list instanceof HTMLOListElement ? list.start : 1;
  return `${start + [...(list?.children ?? [])].indexOf(item)}.`;
}
