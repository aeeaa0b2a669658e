import { createStore } from "zustand/vanilla";

/** Whether this browser hands out a WebGPU adapter; null until it has been asked. */
export const webgpu = createStore<{ readonly offered: boolean | null; readonly software: boolean }>()(() => ({
  offered: null,
  software: false,
}));

/** Asks for an adapter, once the page is drawn. Asking is the only test that holds. */
export async function askForAdapter(): Promise<void> {
  const gpu = navigator.gpu as GPU | undefined;
  try {
    const adapter = (await gpu?.requestAdapter()) ?? null;
    const software =
      adapter !== null && (adapter.info.isFallbackAdapter || /swiftshader|llvmpipe/i.test(adapter.info.description));
    webgpu.setState({ offered: adapter !== null, software });
  } catch {
    webgpu.setState({ offered: false });
  }
}
