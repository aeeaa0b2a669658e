import type { Random } from "../random";

const hostile = [
  "<script>alert(1)</script>",
  "javascript:alert(1)",
  "__proto__",
  '{"constructor":{"prototype":{"x":1}}}',
  "https://example.com/model.safetensors",
  "\u0000",
  "\u202e",
  "1e999",
  "A".repeat(5_000),
  "[".repeat(2_000),
  "%00%ff",
];

/** A text that was changed on its way, or by somebody who means ill: cut, doubled, altered, or with something put in. */
export function mutated(text: string, random: Random): string {
  let changed = text;
  const changes = 1 + Math.floor(random() * 4);
  for (let i = 0; i < changes; i++) changed = once(changed, random);
  return changed;
}

function once(text: string, random: Random): string {
  const at = Math.floor(random() * (text.length + 1));
  const to = Math.min(text.length, at + Math.floor(random() * 40));
  const kind = Math.floor(random() * 6);
  if (kind === 0) return text.slice(0, at);
  if (kind === 1) return text.slice(0, at) + text.slice(to);
  if (kind === 2) return text.slice(0, to) + text.slice(at);
  if (kind === 3) return text.slice(0, at) + String.fromCharCode(32 + Math.floor(random() * 95)) + text.slice(at + 1);
  if (kind === 4) return text.slice(0, at) + hostile[Math.floor(random() * hostile.length)]! + text.slice(at);
  return text.replace(/-?\d+(\.\d+)?/g, (number) => (random() < 0.1 ? String((random() - 0.5) * 1e12) : number));
}
