interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown };
}

/**
 * Where the browser enforces trusted types (the built page asks for them), scripts and workers come from this page's own origin,
 * and no text becomes markup or code. Called once in the page and once in the engine's worker.
 */
export function allowOwnScripts(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  trustedTypes?.createPolicy("default", {
    createScriptURL(url) {
      if (new URL(url, globalThis.location.href).origin === globalThis.location.origin) return url;
      throw new TypeError("Scripts of other origins are not loaded here.");
    },
  });
}
