/** Milliseconds of work after which the page gets a turn. */
const longest = 30;

/** For a loop that works long in the page's thread: awaited in each step, it lets events and drawing in between every 30 ms. */
export function turns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longest) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}
