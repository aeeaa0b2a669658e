import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
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
    // What the page begins with in one file: by default each module that a lab uses too would be one of its own.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } } },
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
