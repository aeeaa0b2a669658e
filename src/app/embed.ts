const parameters = new URLSearchParams(location.search);

/** `?embed=1`: the page stands in another page. No chrome, nothing stored, the address left alone. */
export const embedded = parameters.get("embed") === "1";

/** `?backend=wasm` or `?backend=webgpu`: overrides what the shelf says, for comparing the two. */
export const backendOverride = ["wasm", "webgpu"].find((name) => name === parameters.get("backend")) as
  | "wasm"
  | "webgpu"
  | undefined;

/**
 * `?hub=http://127.0.0.1:8000/`: a mirror of the hub on this machine. Other hosts are not taken from an address, which anybody
 * may write: an access token is sent to the hub.
 */
export const hubOverride = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?\/$/.exec(parameters.get("hub") ?? "")?.[0];

/** The page's address without query and hash: what links begin with. */
export function pageAddress(): string {
  return `${location.origin}${location.pathname}`;
}
