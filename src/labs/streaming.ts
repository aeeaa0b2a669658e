/**
 * Runs a task that calls `notify` on the way, and yields once for each burst of calls until it settles. Its value is
 * returned, its failure thrown.
 */
export async function* whileRunning<T>(start: (notify: () => void) => Promise<T>): AsyncGenerator<void, T> {
  const state = { noticed: false, settled: false, wake: () => {} };
  const task = start(() => {
    state.noticed = true;
    state.wake();
  });
  const settle = () => {
    state.settled = true;
    state.wake();
  };
  task.then(settle, settle);
  while (!state.settled) {
    if (state.noticed) {
      state.noticed = false;
      yield;
    } else {
      await new Promise<void>((resolve) => {
        state.wake = resolve;
      });
    }
  }
  return task;
}
