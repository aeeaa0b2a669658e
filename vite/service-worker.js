/**
 * The lab without a network: its shell after one visit, embedded checkpoints after their first use. The build puts in the files of
 * the shell, what the files of the checkpoints hold, and two hashes. A new version waits until every page is closed, or until a page
 * asks for it.
 */
const files = ["FILES"];
/** SHA-256 of each file of an embedded checkpoint, by its path from the page. */
const digests = { DIGESTS: "" };
const scope = self.registration.scope;
/** An origin's caches are shared by all that lies under it, another copy of the lab perhaps. */
const [shells, checkpoints] = [`babelscope-shell ${scope} `, `babelscope-models ${scope} `];
const shell = `${shells}VERSION`;
const models = `${checkpoints}MODELS`;
/** Lies in the shell of a version that has run. */
const ran = new URL("ran", scope);
const fetching = new Map();

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(shell).then((cache) => Promise.all(files.map((file) => keepOwn(cache, new URL(file, scope))))),
  );
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

async function keepOwn(cache, url) {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  await cache.put(url, plain(response));
}

/** Some hosts redirect `index.html` to its folder, and a response that was redirected may not answer a navigation. */
function plain(response) {
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

/** The last version that ran before this one stays, for a page that still runs it; others and models of other builds go. */
async function tidy() {
  const names = await caches.keys();
  const before = names.filter((name) => name.startsWith(shells) && name !== shell);
  const haveRun = await Promise.all(before.map((name) => caches.match(ran, { cacheName: name })));
  const last = before.findLast((_, i) => haveRun[i]);
  const others = names.filter((name) => name.startsWith(checkpoints) && name !== models);
  await Promise.all([...before.filter((name) => name !== last), ...others].map((name) => caches.delete(name)));
  await (await caches.open(shell)).put(ran, new Response());
}

async function page(request) {
  const cached = new URL(request.url).pathname === new URL(scope).pathname || request.url.includes("index.html");
  return (cached && (await caches.match(new URL("index.html", scope), { cacheName: shell }))) || fetch(request);
}

/**
 * From this version's shell, which keeps what it did not have. What has its content's hash in its name may also be of the version
 * before, for a page that still runs it; recordings and data of that are better than none, where there is no network.
 */
async function file(request) {
  const among = (options) => caches.match(request, { ignoreSearch: true, ...options });
  const kept = (await among({ cacheName: shell })) ?? (request.url.startsWith(`${scope}assets/`) && (await among()));
  if (kept) return kept;
  try {
    const response = await fetch(request);
    if (response.status === 200) {
      const cache = await caches.open(shell);
      await cache.put(request, response.clone()).catch(() => undefined);
    }
    return response;
  } catch (dropped) {
    const older = await among();
    if (older) return older;
    throw dropped;
  }
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
