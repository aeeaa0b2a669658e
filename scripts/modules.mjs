import { createServer } from "vite";

/** The project's modules as Node can load them: `ssrLoadModule("/src/...")`; close it when done. */
export function openModules() {
  return createServer({
    root: new URL("..", import.meta.url).pathname,
    server: { middlewareMode: true, ws: false },
    logLevel: "warn",
    appType: "custom",
  });
}
