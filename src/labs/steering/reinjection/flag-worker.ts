import { type FlagRequest, flagsOf } from "./flags";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

scope.addEventListener("message", ({ data }: MessageEvent<FlagRequest>) => scope.postMessage(flagsOf(data), []));
