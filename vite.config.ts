import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { ahead } from "./vite/ahead.ts";
import { codeSplitting } from "./vite/chunks.ts";
import { licences } from "./vite/licences.ts";
import { offline } from "./vite/offline.ts";
import { localHubPolicy, securityPolicy } from "./vite/security-policy.ts";
import { withoutEval } from "./vite/without-eval.ts";

/** Relative base: the built folder works from any path of any static host. */
export default defineConfig({
  base: "./",
  plugins: [
    react(),
    licences(import.meta.dirname),
    withoutEval(),
    ahead(import.meta.dirname),
    securityPolicy(),
    localHubPolicy(),
    offline(import.meta.dirname),
  ],
  worker: { format: "es", plugins: () => [withoutEval()] },
  build: {
    target: "es2023",
    manifest: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { output: { codeSplitting: codeSplitting(import.meta.dirname) } },
  },
  server: { port: 5173 },
  preview: { port: 4173 },
  test: {
    include: ["src/**/*.test.ts", "training/**/*.test.ts", "bench/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Files share a worker's modules, and every core works: by default Vitest leaves one free.
    isolate: false,
    maxWorkers: "100%",
  },
});
