import { fileURLToPath } from "node:url";
import { createServer } from "vite";

/** The project's modules as Node can load them: `ssrLoadModule("/src/...")`; close it when done. */
export function openModules() {
  return createServer({
    root: fileURLToPath(new URL("..", import.meta.url)),
    server: { middlewareMode: true, ws: false },
    logLevel: "warn",
    appType: "custom",
  });
}
