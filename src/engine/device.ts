import { LabError, type Problem } from "../result";
import type { Capabilities } from "./engine";
import { adapterAbsent, deviceLost, outOfMemory } from "./failures";
import { hasJspi, type Platform } from "./runtime";

/** A GPU device that belongs to one session; destroying it frees the session's buffers at once. */
export interface Device {
  readonly gpu: GPUDevice;
  /** Why the device is lost, by whatever cause but `destroy`; undefined while it is there. */
  loss(): Problem | undefined;
  /** Tells once when the device is lost. Hands back what ends the watch, after which nothing is held of it. */
  onLoss(listener: (problem: Problem) => void): () => void;
  /** Throws `out-of-memory` where the device could not make a buffer since it was asked last. */
  checkMemory(weightBytes: number): void;
  destroy(): void;
}

/** What this place offers, found by asking for an adapter. */
export async function findCapabilities(platform: Platform): Promise<Capabilities> {
  return { webgpu: await describeAdapter(platform.gpu), wasm: { threads: platform.threads }, jspi: hasJspi() };
}

async function describeAdapter(gpu: GPU | undefined): Promise<Capabilities["webgpu"]> {
  if (!gpu) return { available: false, reason: "This browser has no WebGPU." };
  let adapter: GPUAdapter | null;
  try {
    adapter = await requestAdapter(gpu);
  } catch (thrown) {
    return { available: false, reason: `WebGPU refused an adapter: ${thrown instanceof Error ? thrown.message : ""}` };
  }
  if (!adapter) return { available: false, reason: "WebGPU is there, but no graphics adapter is offered." };
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
  const name = description || [vendor, architecture, device].filter(Boolean).join(" ") || "unnamed adapter";
  return {
    available: true,
    adapter: name,
    software: isFallbackAdapter || /swiftshader|llvmpipe|software|basic render/i.test(`${name} ${architecture}`),
    f16: adapter.features.has("shader-f16"),
    maxBufferBytes: Math.min(adapter.limits.maxBufferSize, adapter.limits.maxStorageBufferBindingSize),
  };
}

function requestAdapter(gpu: GPU): Promise<GPUAdapter | null> {
  return gpu.requestAdapter({ powerPreference: "high-performance" });
}

/**
 * Without subgroups narrower than 8: there the runtime's attention kernel for prompts gives wrong numbers (SPEC.md of the
 * compiler, rule 15).
 */
function wantedFeatures({ features, info }: GPUAdapter): GPUFeatureName[] {
  const wide = info.subgroupMinSize >= 8;
  return (wide ? (["shader-f16", "subgroups"] as const) : (["shader-f16"] as const)).filter((name) =>
    features.has(name),
  );
}

const wantedLimits = [
  "maxBufferSize",
  "maxStorageBufferBindingSize",
  "maxStorageBuffersPerShaderStage",
  "maxComputeWorkgroupStorageSize",
  "maxComputeInvocationsPerWorkgroup",
  "maxComputeWorkgroupSizeX",
  "maxComputeWorkgroupSizeY",
  "maxComputeWorkgroupSizeZ",
  "maxComputeWorkgroupsPerDimension",
] as const;

/** A device of its own with all that the adapter allows. Throws `adapter-absent`. */
export async function requestDevice(platform: Platform): Promise<Device> {
  const adapter = platform.gpu ? await requestAdapter(platform.gpu).catch(() => null) : null;
  if (!adapter) throw new LabError(adapterAbsent);
  const gpu = await adapter.requestDevice({
    requiredFeatures: wantedFeatures(adapter),
    requiredLimits: Object.fromEntries(wantedLimits.map((limit) => [limit, adapter.limits[limit]])),
  });
  let destroyed = false;
  let loss: Problem | undefined;
  const listeners = new Set<(problem: Problem) => void>();
  let outOfBuffers = false;
  gpu.addEventListener("uncapturederror", ({ error }) => {
    if (error instanceof GPUOutOfMemoryError) outOfBuffers = true;
  });
  async function tellOfLoss(): Promise<void> {
    const { message, reason } = await gpu.lost;
    if (destroyed) return;
    loss = deviceLost(message || reason);
    for (const listener of listeners) listener(loss);
  }
  void tellOfLoss();
  return {
    gpu,
    loss: () => loss,
    onLoss(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    checkMemory(weightBytes) {
      if (!outOfBuffers) return;
      outOfBuffers = false;
      throw new LabError(outOfMemory(weightBytes));
    },
    destroy() {
      destroyed = true;
      gpu.destroy();
    },
  };
}
