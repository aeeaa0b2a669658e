/** A corner of an outline; null where there is none. */
export type Corner = readonly [x: number, y: number] | null;

/** SVG path of a closed outline through its corners, broken where one is missing; a corner without a neighbour is a short stroke. */
export function outline(corners: readonly Corner[]): string {
  const gap = corners.indexOf(null);
  if (gap < 0) return `M${corners.join("L")}Z`;
  const fromGap = [...corners.slice(gap), ...corners.slice(0, gap)];
  return fromGap
    .map((corner, i) => {
      if (corner === null) return "";
      if (fromGap[i - 1]) return `L${corner.join()}`;
      return fromGap[i + 1] ? `M${corner.join()}` : `M${corner[0] - 2},${corner[1]}h4`;
    })
    .join("");
}
