import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** The bench page: the engine and transformers.js side by side, with the lab's own checkpoints. */
export default defineConfig({
  root: fileURLToPath(new URL("page", import.meta.url)),
  base: "./",
  publicDir: fileURLToPath(new URL("../public", import.meta.url)),
  worker: { format: "es" },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    outDir: fileURLToPath(new URL("work/page", import.meta.url)),
    emptyOutDir: true,
  },
});
