/**
 * The lab without a network: its shell after one visit, embedded checkpoints after their first use. The build puts in the files of
 * the shell, what the files of the checkpoints hold, and two hashes. A new version waits until every page is closed, or until a page
 * asks for it.
 */
const files = ["FILES"];
/** SHA-256 of each file of an embedded checkpoint, by its path from the page. */
const digests = { DIGESTS: "" };
const shell = "babelscope-shell-VERSION";
const models = "babelscope-models-checked-MODELS";
const scope = self.registration.scope;
const fetching = new Map();

self.addEventListener("install", (event) => {
  const requests = files.map((file) => new Request(new URL(file, scope), { cache: "no-cache" }));
  event.waitUntil(caches.open(shell).then((cache) => cache.addAll(requests)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(tidy().then(() => self.clients.claim()));
});

self.addEventListener("message", ({ data }) => {
  if (data === "take over") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (request.url.startsWith(`${scope}models/`)) event.respondWith(model(event));
  else event.respondWith(file(request));
});

/** The last version before this one stays, for a page that still runs it; older ones and models of other builds go. */
async function tidy() {
  const names = await caches.keys();
  const shells = names.filter((name) => name.startsWith("babelscope-shell-"));
  const others = names.filter((name) => name.startsWith("babelscope-models-") && name !== models);
  await Promise.all([...shells.slice(0, -2), ...others].map((name) => caches.delete(name)));
}

async function page(request) {
  const cached = new URL(request.url).pathname === new URL(scope).pathname || request.url.includes("index.html");
  return (cached && (await caches.match(new URL("index.html", scope), { cacheName: shell }))) || fetch(request);
}

/** Files have their content's hash in their name, or belong to this version: what is kept is right. */
async function file(request) {
  const kept = await caches.match(request, { ignoreSearch: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && response.status === 200) {
    const cache = await caches.open(shell);
    await cache.put(request, response.clone()).catch(() => undefined);
  }
  return response;
}

/** A kept checkpoint by ranges; one that is not kept comes from the network as it was asked for, and is kept beside that. */
async function model(event) {
  const { request } = event;
  const cache = await caches.open(models);
  const kept = await cache.match(request.url);
  if (kept) return part(kept, request.headers.get("range"));
  try {
    const response = await fetch(request);
    if (response.ok) event.waitUntil(keepWhole(cache, request.url));
    return response;
  } catch (dropped) {
    // Files that a checkpoint need not have (an index of shards) are not missed without a network where the checkpoint is kept.
    const whole = await cache.match(new URL("model.safetensors", request.url));
    if (whole) return new Response(null, { status: 404 });
    throw dropped;
  }
}

function keepWhole(cache, url) {
  if (!fetching.has(url)) {
    const work = keepChecked(cache, url).catch(() => undefined);
    fetching.set(
      url,
      work.finally(() => fetching.delete(url)),
    );
  }
  return fetching.get(url);
}

/**
 * Past the HTTP cache, and kept only if it is what the build made: Chromium's cache was seen to mix up a whole file and ranges of it
 * that are fetched at the same time (cut short, or with other bytes in the middle).
 */
async function keepChecked(cache, url) {
  const response = await fetch(url, { cache: "no-store", priority: "low" });
  const bytes = await response.arrayBuffer();
  if ((await digestOf(bytes)) !== digests[url.slice(scope.length)]) return;
  const type = response.headers.get("content-type") ?? "application/octet-stream";
  await cache.put(url, new Response(bytes, { headers: { "Content-Type": type } }));
}

async function digestOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function part(response, range) {
  const wanted = /^bytes=(\d+)-(\d+)?$/.exec(range ?? "");
  if (!wanted) return response;
  const blob = await response.blob();
  const start = Number(wanted[1]);
  const end = Math.min(Number(wanted[2] ?? blob.size - 1), blob.size - 1);
  if (start > end) return new Response(null, { status: 416 });
  return new Response(blob.slice(start, end + 1), {
    status: 206,
    headers: {
      "Content-Range": `bytes ${start}-${end}/${blob.size}`,
      "Content-Type": response.headers.get("content-type") ?? "application/octet-stream",
      "Content-Length": String(end + 1 - start),
    },
  });
}
