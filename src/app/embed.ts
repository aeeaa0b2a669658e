const parameters = new URLSearchParams(location.search);

/** `?embed=1`: the page stands in another page. No chrome, nothing stored, the address left alone. */
export const embedded = parameters.get("embed") === "1";

/** `?backend=wasm` or `?backend=webgpu`: overrides what the shelf says, for comparing the two. */
export const backendOverride = ["wasm", "webgpu"].find((name) => name === parameters.get("backend")) as
  | "wasm"
  | "webgpu"
  | undefined;

/** The page's address without query and hash: what links begin with. */
export function pageAddress(): string {
  return `${location.origin}${location.pathname}`;
}
