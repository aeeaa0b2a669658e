const months = "January February March April May June July August September October November December".split(" ");

/** An ISO date as `21 November 2026`; anything else as it is. Without `Intl`, whose first format takes 30 ms of the first view. */
export function showDate(date: string): string {
  const time = new Date(date);
  if (Number.isNaN(time.getTime())) return date;
  return `${time.getUTCDate()} ${months[time.getUTCMonth()]!} ${time.getUTCFullYear()}`;
}

/** Backends as people write them: `WASM`, `WebGPU`. */
export function backendName(backend: string): string {
  return backend.replace("webgpu", "WebGPU").replace("wasm", "WASM");
}
