import type { LoadProgress } from "../checkpoints/checkpoint";

export { showDate } from "../ui/show-origin";

/** Bytes as people read them, in powers of ten: `13.6 MB`. */
export function showBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(0)} kB`;
  if (bytes < 1e9) return `${(bytes / 1e6).toFixed(1)} MB`;
  return `${(bytes / 1e9).toFixed(2)} GB`;
}

/** Seconds as people read them: `0.4 s`, `12 s`, `3 min 5 s`. */
export function showSeconds(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** What a load is doing, in a word or two. */
export function phaseName(phase: LoadProgress["phase"]): string {
  return phaseNames[phase];
}

/** A load in one line: `downloading, 12 MB of 269 MB`, or what a merge borrows. */
export function loadNote({ phase, done, total, borrowing }: LoadProgress): string {
  if (phase !== "download") return phaseName(phase);
  const borrowed = (borrowing ?? []).filter(({ bytes, ofBytes }) => bytes < ofBytes);
  const notes = borrowed.map(
    ({ model, layers, ofLayers, bytes, ofBytes }) =>
      `borrowing ${layers} of ${ofLayers} layers of ${model}: ${showBytes(bytes)} of ${showBytes(ofBytes)}`,
  );
  return [`${phaseName(phase)}, ${showBytes(done)} of ${showBytes(total)}`, ...notes].join("; ");
}

const phaseNames: Readonly<Record<LoadProgress["phase"], string>> = {
  header: "reading the header",
  download: "downloading",
  convert: "converting weights",
  compile: "compiling",
  "warm-up": "warming up",
};
