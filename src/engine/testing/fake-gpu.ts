/** A graphics card without kernels: what the engine asks of WebGPU before the runtime runs anything. */
export interface FakeGpu {
  readonly gpu: GPU;
  /** Loses every device that was handed out. */
  readonly lose: () => void;
}

export function fakeGpu(): FakeGpu {
  const losses: (() => void)[] = [];
  const limits = { maxBufferSize: 2 ** 30, maxStorageBufferBindingSize: 2 ** 30 };
  const adapter = {
    info: { vendor: "fake", architecture: "card", subgroupMinSize: 32, isFallbackAdapter: false },
    features: new Set(),
    limits,
    requestDevice: () => Promise.resolve(fakeDevice(limits, losses)),
  };
  return {
    gpu: { requestAdapter: () => Promise.resolve(adapter) } as unknown as GPU,
    lose: () => losses.forEach((lose) => lose()),
  };
}

function fakeDevice(limits: object, losses: (() => void)[]): GPUDevice {
  const lost = new Promise((resolve) => {
    losses.push(() => resolve({ message: "unplugged", reason: "unknown" }));
  });
  return { limits, lost, addEventListener: () => undefined, destroy: () => undefined } as unknown as GPUDevice;
}
