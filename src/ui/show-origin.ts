/** An ISO date as `21 November 2026`; anything else as it is. */
export function showDate(date: string): string {
  const time = Date.parse(date);
  if (Number.isNaN(time)) return date;
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    time,
  );
}

/** Backends as people write them: `WASM`, `WebGPU`. */
export function backendName(backend: string): string {
  return backend.replace("webgpu", "WebGPU").replace("wasm", "WASM");
}
