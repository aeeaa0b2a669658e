import { allowOwnScripts } from "../trusted-types";
import { browserPlatform } from "./browser-platform";
import { createHost } from "./host";
import type { Alive, Reply, Request } from "./protocol";

allowOwnScripts();
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

const host = createHost(browserPlatform(), (reply: Reply, transfer) => scope.postMessage(reply, transfer));
scope.addEventListener("message", ({ data }: MessageEvent<Request>) => host(data));

// Held for ever: the page gets the lock when this worker has ended. A page of an insecure address or a sandboxed frame has no locks.
if ("locks" in navigator) {
  navigator.locks
    .request(scope.name, () => {
      scope.postMessage({ kind: "alive" } satisfies Alive, []);
      return new Promise(() => undefined);
    })
    .catch(() => undefined);
}
