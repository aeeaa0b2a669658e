import { EngineClient } from "./client";
import type { Engine } from "./engine";
import { createHost } from "./host";
import { nodePlatform } from "./node-platform";
import type { EngineSettings, HostConnection, Reply } from "./protocol";
import type { Platform } from "./runtime";

/** The engine without a worker, for tests and scripts in Node: same client, same protocol, same host. */
export function createLocalEngine(
  settings: Partial<EngineSettings> = {},
  platform: () => Platform = nodePlatform,
): Engine {
  return new EngineClient(() => connectInProcess(platform()), {
    embeddedBase: "http://localhost/models/",
    ...settings,
  });
}

/** Requests and replies are handed over in a later turn of the event loop, as between threads. */
export function connectInProcess(platform: Platform): HostConnection {
  let onReply: (reply: Reply) => void = () => undefined;
  let open = true;
  const host = createHost(platform, (reply) => {
    setTimeout(() => {
      if (open) onReply(reply);
    });
  });
  return {
    send: (request) => {
      setTimeout(() => host(request));
    },
    listen(listener) {
      onReply = listener.onReply;
    },
    terminate() {
      open = false;
    },
  };
}
