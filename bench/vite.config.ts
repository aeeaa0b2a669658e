import { defineConfig } from "vite";

/** The bench page: the engine and transformers.js side by side, with the lab's own checkpoints. */
export default defineConfig({
  root: new URL("page", import.meta.url).pathname,
  base: "./",
  publicDir: new URL("../public", import.meta.url).pathname,
  worker: { format: "es" },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    outDir: new URL("work/page", import.meta.url).pathname,
    emptyOutDir: true,
  },
});
