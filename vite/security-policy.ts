import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Where the page may send requests: itself, the hub with its storage, and Wikidata. */
const connections = [
  "'self'",
  "https://huggingface.co",
  "https://*.huggingface.co",
  "https://*.hf.co",
  "https://www.wikidata.org",
];

/** A mirror of the hub on this machine (`?hub=`), for tests: only a server that is started with LOCAL_HUB=1 lets the page ask it. */
const localHub = "http://127.0.0.1:* http://localhost:*";

/**
 * Writes the content security policy into the built page, as a static host sends no headers of ours. The inline scripts,
 * which set the theme and fetch ahead before the first paint, are allowed by their hashes. While developing there is no policy: hot reload writes
 * inline scripts.
 */
export function securityPolicy(): Plugin {
  return {
    name: "security-policy",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html) {
        const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = ""]) => hashOf(text));
        const tag = `<meta http-equiv="Content-Security-Policy" content="${policy(inline)}" />`;
        const charset = /<meta charset="utf-8" ?\/?>/;
        if (!charset.test(html)) throw new Error("index.html has no charset after which the policy could stand.");
        return html.replace(charset, (found) => `${found}\n    ${tag}`);
      },
    },
  };
}

/** Lets a page that is served for tests ask the mirror; what was built stays as it is. */
export function localHubPolicy(): Plugin {
  return {
    name: "local-hub-policy",
    configurePreviewServer({ config, middlewares }) {
      if (!process.env["LOCAL_HUB"]) return;
      middlewares.use((request, response, next) => {
        if (!/^\/(index\.html)?(\?|$)/.test(request.url ?? "")) return next();
        const page = readFileSync(join(config.root, config.build.outDir, "index.html"), "utf8");
        response.setHeader("Content-Type", "text/html");
        response.end(page.replace("connect-src 'self'", (found) => `${found} ${localHub}`));
      });
    },
  };
}

function policy(inlineHashes: readonly string[]): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    "default-src": ["'none'"],
    "script-src": ["'self'", "'wasm-unsafe-eval'", ...inlineHashes],
    // The engine's worker begins in a blob, so that this policy holds in it too.
    "worker-src": ["'self'", "blob:"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "manifest-src": ["'self'"],
    "connect-src": connections,
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["default"],
  };
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(" "))
    .join("; ");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
