/** Milliseconds of work after which the page gets a turn. */
const longest = 30;

/** Lets what waits in this thread go first: events, messages, drawing. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Lets all that waits go first, and the page be drawn. */
export function idle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(resolve, { timeout: 2000 });
    // Safari has none.
    else setTimeout(resolve, 200);
  });
}

/** For a loop that works long in the page's thread: awaited in each step, it gives the page a turn every 30 ms. */
export function turns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longest) return;
    await turn();
    since = performance.now();
  };
}
