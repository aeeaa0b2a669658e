import { graphemeSegmenter } from "../../segmenter";
import type { Box } from "./marks";

/** A stretch of a text on one line of the page, where it stands in the window. */
interface Line {
  readonly text: string;
  readonly box: Box;
}

/** The lines in which the page shows a text node; of what `clip` cuts off only what is left. */
export function linesOf(node: globalThis.Text, clip: Box | null): readonly Line[] {
  const start = node.data.search(/\S/);
  if (start < 0) return [];
  const end = node.data.trimEnd().length;
  const range = document.createRange();
  const boxOf = (from: number, to: number): DOMRect => {
    range.setStart(node, from);
    range.setEnd(node, to);
    return range.getBoundingClientRect();
  };
  const box = boxOf(start, end);
  if (range.getClientRects().length === 1 && !isUpright(node) && isWithin(box, clip)) {
    return [{ text: collapsed(node.data.slice(start, end)), box }];
  }
  const stretches: { from: number; to: number; top: number }[] = [];
  for (const { segment, index } of graphemeSegmenter().segment(node.data.slice(start, end))) {
    if (segment.trim() === "") continue;
    const [from, to] = [start + index, start + index + segment.length];
    const at = boxOf(from, to);
    if (at.height === 0 || !isWithin(at, clip)) continue;
    const last = stretches.at(-1);
    if (last && Math.abs(last.top - at.top) < at.height / 2) last.to = to;
    else stretches.push({ from, to, top: at.top });
  }
  return stretches.map(({ from, to }) => ({ text: collapsed(node.data.slice(from, to)), box: boxOf(from, to) }));
}

/** Written from top to bottom: its characters are then lines of one each. */
function isUpright(node: globalThis.Text): boolean {
  return node.parentElement !== null && getComputedStyle(node.parentElement).writingMode.startsWith("vertical");
}

function isWithin(box: Box, clip: Box | null): boolean {
  return clip === null || (box.x >= clip.x - 1 && box.x + box.width <= clip.x + clip.width + 1);
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, " ");
}
