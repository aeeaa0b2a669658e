import { allowOwnScripts } from "../trusted-types";
import { browserPlatform } from "./browser-platform";
import { createHost } from "./host";
import type { Reply, Request } from "./protocol";

allowOwnScripts();
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

const host = createHost(browserPlatform(), (reply: Reply, transfer) => scope.postMessage(reply, transfer));
scope.addEventListener("message", ({ data }: MessageEvent<Request>) => host(data));
