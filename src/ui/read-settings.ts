/** What a control is called, and what it is set to, in the words of the page. */
export interface Setting {
  readonly name: string;
  /** What it stands in: the title of a part of the settings; "" for none. */
  readonly group: string;
  readonly value: string;
}

/**
 * What the controls in an element are set to, in their order: a choice by the words of its option, a number with its unit, a list by
 * what is ticked. What is disabled sets nothing.
 */
export function readSettings(root: Element): readonly Setting[] {
  return [...root.querySelectorAll(".field, .checkbox")].flatMap((block) => {
    const value = valueOf(block);
    return value === null ? [] : [{ name: nameOf(block), group: groupOf(block), value }];
  });
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A slider is read from the number beside it; files and passwords are not read. */
const read = "select:enabled, textarea:enabled, input:enabled:not([type=range], [type=file], [type=password])";

function valueOf(block: Element): string | null {
  const [control, ...others] = block.querySelectorAll<Control>(read);
  if (!control || block.matches("fieldset.field .checkbox") || block.querySelector(".field")) return null;
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0]?.text ?? null;
  if (control.type !== "radio" && control.type !== "checkbox") return `${control.value} ${unitOf(block)}`.trim();
  if (block.matches(".checkbox")) return (control as HTMLInputElement).checked ? "yes" : "no";
  const chosen = ([control, ...others] as HTMLInputElement[]).filter(({ checked }) => checked);
  return chosen.map((input) => wordsOf(input.closest("label"))).join(", ");
}

function nameOf(block: Element): string {
  return wordsOf(block.matches(".checkbox") ? block : block.querySelector(".field-label, legend"));
}

function unitOf(block: Element): string {
  return wordsOf(block.querySelector(".slider-unit"));
}

/** Titles say their state behind a colon, which differs where the setting does. */
function groupOf(block: Element): string {
  const title = block.parentElement?.closest("details, fieldset")?.querySelector("summary, legend");
  return wordsOf(title ?? null)
    .split(":", 1)[0]!
    .trim();
}

/** The text of an element without its notes, words of neighbouring elements apart. */
function wordsOf(element: Element | null): string {
  const parts = Array.from(element?.childNodes ?? [], (node) =>
    node instanceof Element ? (node.matches(".note") ? "" : ` ${wordsOf(node)} `) : (node.textContent ?? ""),
  );
  return parts.join("").replace(/\s+/g, " ").trim();
}
