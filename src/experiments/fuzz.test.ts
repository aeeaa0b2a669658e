import { expect, test } from "vitest";
import { seededRandom } from "../random";
import type { Result } from "../result";
import { canonicalJson } from "./delta";
import { documentModule } from "./documents";
import { labIds } from "./experiment";
import { openLink, parseHash } from "./link";
import { mutated } from "./mutate";
import { currentVersion } from "./migrations";
import { pack } from "./packing";
import { readRecording } from "./recording";

/** `npm run fuzz` sets 10,000. */
const count = Number(process.env["FUZZ"] ?? 400);

interface FossilFile {
  readonly lab: string;
  readonly fossils: readonly { readonly hash: string; readonly document: unknown }[];
}
const fossils = Object.values(
  import.meta.glob<FossilFile>("./fossils/*.json", { eager: true, import: "default" }),
).flatMap(({ lab, fossils }) => fossils.map((fossil) => ({ lab, ...fossil })));

/** A recording of every lab; its result is cut off, as it is not read here. */
const files = fossils.map(({ lab, document }) =>
  JSON.stringify({ lab, version: 1, document, result: { a: [1] }, recorded: {} }),
);

/** A mutant may take this long, in milliseconds. */
const bound = 100;

// Fetching a schema's code for the first time is no part of opening a mutant.
await Promise.all(labIds.map(documentModule));

/** Names every mutant that throws, hangs for longer than the bound, or ends in neither a document nor a message. */
async function tried(name: string, mutants: readonly string[], open: (text: string) => Promise<Result<unknown>>) {
  const wrong: string[] = [];
  let slowest = 0;
  for (const mutant of mutants) {
    try {
      let read: Result<unknown> | undefined;
      const took = await quickest(async () => {
        read = await open(mutant);
      });
      if (read?.ok === false && (read.problem.what === "" || read.problem.remedy === "")) {
        wrong.push(`no message: ${mutant}`);
      }
      if (took > bound) wrong.push(`${took.toFixed(0)} ms: ${mutant}`);
      slowest = Math.max(slowest, took);
    } catch (thrown) {
      wrong.push(`${String(thrown)}: ${mutant}`);
    }
  }
  if (process.env["FUZZ"]) console.log(`${name}: ${mutants.length}, the slowest took ${slowest.toFixed(1)} ms`);
  return wrong.map((text) => text.slice(0, 300));
}

/** Milliseconds of the work, the least of up to five tries: a hang comes back, a pause of a busy machine does not. */
async function quickest(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5 && least > bound; i++) {
    const begun = performance.now();
    await work();
    least = Math.min(least, performance.now() - begun);
  }
  return least;
}

async function openHash(hash: string): Promise<Result<unknown>> {
  const route = parseHash(hash);
  if (!route.ok || route.value.page !== "lab" || !route.value.link) return route;
  return await openLink(route.value.lab, route.value.link);
}

const mutants = (texts: readonly string[], seed: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => mutated(texts[i % texts.length]!, random));
};

test("links that were changed give an experiment or a message, and never throw (3, 5)", async () => {
  expect(
    await tried(
      "links",
      mutants(
        fossils.map(({ hash }) => hash),
        1,
      ),
      openHash,
    ),
  ).toEqual([]);
});

test("links with a true checksum and hostile content give an experiment or a message (5)", async () => {
  const random = seededRandom(2);
  const repacked = Array.from({ length: count }, (_, i) => {
    const { lab, document } = fossils[i % fossils.length]!;
    return `#/${lab}?v=${currentVersion}&z=${pack(mutated(canonicalJson(document), random), `${lab}/${currentVersion}`)}`;
  });
  expect(await tried("contents", repacked, openHash)).toEqual([]);
});

test("files that were changed give an experiment or a message, and never throw (5, 9)", async () => {
  expect(await tried("files", mutants(files, 3), (text) => readRecording(text))).toEqual([]);
});

test("no prototype was reached", () => {
  expect(({} as { x?: unknown }).x).toBeUndefined();
});
