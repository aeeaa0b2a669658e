import { deflateSync } from "fflate";
import fc from "fast-check";
import { safeParse } from "valibot";
import { describe, expect, it } from "vitest";
import { hashOf, hashOfLesson, linkFits, openDelta, openLink, parseHash, readJson } from "./link";
import { currentVersion, migrate } from "./migrations";
import { maxInflatedBytes, maxLinkCharacters, pack, unpack } from "./packing";
import { sampleDefaults, sampleModule, sampleSchema, type SampleDocument } from "./testing";

const load = () => Promise.resolve(sampleModule);

async function open(hash: string) {
  const route = parseHash(hash);
  if (!route.ok) return route;
  if (route.value.page !== "lab" || !route.value.link) throw new Error("not a link to an experiment");
  return openLink(route.value.lab, route.value.link, load);
}

async function codeOf(hash: string): Promise<string> {
  const opened = await open(hash);
  return opened.ok ? (opened.value.notice?.code ?? "opened") : opened.problem.code;
}

const text = fc.oneof(fc.string({ unit: "grapheme", maxLength: 80 }), fc.string({ unit: "binary", maxLength: 40 }));
const documents: fc.Arbitrary<SampleDocument> = fc.record(
  {
    prompt: text,
    layer: fc.integer({ min: 0, max: 63 }),
    strength: fc.double({ min: -8, max: 8, noNaN: true }).map((value) => (value === 0 ? 0 : value)),
    method: fc.constantFrom("difference", "pca"),
    texts: fc.array(text, { maxLength: 8 }),
    sampling: fc.record({
      temperature: fc.constantFrom(0, 0.7, 1),
      seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    }),
    note: text,
  },
  { requiredKeys: ["prompt", "layer", "strength", "method", "texts", "sampling"] },
);

const sample: SampleDocument = {
  ...sampleDefaults,
  prompt: "Der Fluss fließt langsam, नदी धीरे बहती है.",
  strength: 2.5,
};

describe("a link", () => {
  it("opens as the document that was written, whatever that is (1)", async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const opened = await open(hashOf({ lab: "steering", document }, sampleDefaults));
        expect(opened).toEqual({ ok: true, value: { experiment: { lab: "steering", document } } });
      }),
      { numRuns: 300 },
    );
  });

  it("holds only what differs from the defaults (2)", () => {
    // {} deflates to 4 bytes; with the 6 of the header that is 14 characters.
    expect(hashOf({ lab: "steering", document: sampleDefaults }, sampleDefaults)).toMatch(
      new RegExp(`^#/steering\\?v=${currentVersion}&z=[\\w-]{14}$`),
    );
    expect(hashOf({ lab: "steering", document: sample }, sampleDefaults).length).toBeLessThan(160);
  });

  it("names what is wrong with 2,000 damaged links, or opens a valid document, and never throws (5)", async () => {
    const hash = hashOf({ lab: "steering", document: sample }, sampleDefaults);
    const alphabet = "ABCxyz019-_=&?#/%.\u0000é";
    const mutation = fc.oneof(
      fc.record({
        at: fc.nat(hash.length - 1),
        length: fc.integer({ min: 0, max: 6 }),
        put: fc.string({ unit: fc.constantFrom(...alphabet.split("")), maxLength: 6 }),
      }),
      fc.record({ at: fc.nat(hash.length - 1), length: fc.constant(hash.length), put: fc.constant("") }),
    );
    const known = new Set(["link-cut", "link-altered", "link-too-large", "link-from-the-future", "link-invalid"]);
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        let damaged = hash;
        for (const { at, length, put } of mutations) damaged = damaged.slice(0, at) + put + damaged.slice(at + length);
        const route = parseHash(damaged);
        if (!route.ok) expect(known).toContain(route.problem.code);
        else if (route.value.page === "lab" && route.value.link) {
          const opened = await openLink(route.value.lab, route.value.link, load);
          if (opened.ok) expect(safeParse(sampleSchema, opened.value.experiment.document).success).toBe(true);
          else expect(known).toContain(opened.problem.code);
        }
        expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it("is called cut when its end is missing, wherever it was cut (3)", async () => {
    const hash = hashOf({ lab: "steering", document: sample }, sampleDefaults);
    const start = hash.indexOf("z=") + 2;
    for (let end = start; end < hash.length; end += 1) expect(await codeOf(hash.slice(0, end))).toBe("link-cut");
    expect(parseHash("#/steering?v=1")).toMatchObject({ ok: false, problem: { code: "link-cut" } });
  });

  it("is called altered when a character in it changed (3)", async () => {
    const hash = hashOf({ lab: "steering", document: sample }, sampleDefaults);
    const at = hash.length - 12;
    expect(await codeOf(hash.slice(0, at) + (hash[at] === "A" ? "B" : "A") + hash.slice(at + 1))).toBe("link-altered");
    expect(await codeOf(hash.replace("#/steering", "#/merging"))).toBe("link-altered");
  });

  it("may be followed by the punctuation of the sentence that it stands in (3)", async () => {
    const hash = hashOf({ lab: "steering", document: sample }, sampleDefaults);
    expect(await codeOf(`${hash}).`)).toBe("opened");
  });

  it("of a hundred thousand characters of punctuation is refused at once (4)", () => {
    const began = performance.now();
    expect(parseHash(`#${".".repeat(100_000)}x`)).toMatchObject({ ok: false, problem: { code: "link-too-large" } });
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it("is too large over 16,000 characters, and when a small one unfolds to megabytes (4)", async () => {
    expect(await codeOf(`#/steering?v=1&z=${"A".repeat(16_000)}`)).toBe("link-too-large");
    const bomb = pack(JSON.stringify({ prompt: "a".repeat(5_000_000) }), "steering/1");
    expect(bomb.length).toBeLessThan(16_000);
    expect(await codeOf(`#/steering?v=1&z=${bomb}`)).toBe("link-too-large");
  });

  it("from the future says so and shows what can be understood (7)", async () => {
    const delta = { prompt: "Hallo", layer: "all", entirely: "new" };
    const version = currentVersion + 1;
    const opened = await open(`#/steering?v=${version}&z=${pack(JSON.stringify(delta), `steering/${version}`)}`);
    expect(opened).toMatchObject({
      ok: true,
      value: {
        experiment: { document: { ...sampleDefaults, prompt: "Hallo" } },
        notice: { code: "link-from-the-future" },
      },
    });
  });

  it.each([
    ['{"prompt":7}', "link-invalid"],
    ['{"layer":64}', "link-invalid"],
    ['{"texts":["a"],"sampling":{"seed":-1}}', "link-invalid"],
    ["[1,2]", "link-invalid"],
    ["{", "link-invalid"],
    ['{"__proto__":{"polluted":1}}', "link-invalid"],
    ['{"sampling":{"constructor":{"prototype":{"polluted":1}}}}', "link-invalid"],
  ])("with the hostile content %s is refused (5)", async (content, code) => {
    expect(await codeOf(`#/steering?v=1&z=${pack(content, "steering/1")}`)).toBe(code);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("leads to the start page, to a lab, or to a preset", () => {
    expect(parseHash("")).toEqual({ ok: true, value: { page: "start" } });
    expect(parseHash("#/")).toEqual({ ok: true, value: { page: "start" } });
    expect(parseHash("#/merging")).toEqual({ ok: true, value: { page: "lab", lab: "merging" } });
    expect(parseHash("#/merging?preset=a-b")).toEqual({
      ok: true,
      value: { page: "lab", lab: "merging", preset: "a-b" },
    });
    expect(parseHash("#/merging?preset=../x")).toEqual({ ok: true, value: { page: "lab", lab: "merging" } });
    expect(parseHash("#/cooking")).toMatchObject({ ok: false, problem: { code: "link-invalid" } });
  });
});

describe("linkFits", () => {
  const linkOf = (prompt: string) =>
    hashOf({ lab: "steering", document: { ...sampleDefaults, prompt } }, sampleDefaults);
  const lessonOf = (prompt: string) =>
    hashOfLesson("a-lesson", 1, { locked: true, bare: false }, linkOf(prompt).split("?")[1]);
  // Seeded noise, which no deflating makes shorter.
  const noise = fc.sample(fc.string({ minLength: 20_000, maxLength: 20_000 }), { numRuns: 1, seed: 1 })[0]!;
  // A thousandth of it is left once it is deflated.
  const repeated = "la ".repeat(maxInflatedBytes / 3);

  it("is true of a link that opens and of a lab or a lesson as it begins", () => {
    for (const hash of [linkOf("Hallo"), lessonOf("Hallo"), "#/steering", "#/lessons/a-lesson/1"]) {
      expect(linkFits(hash, "steering")).toBe(true);
    }
  });

  it("is false of one with too many characters, and of a short one that unfolds to too many bytes (4)", () => {
    expect(linkOf(noise).length).toBeGreaterThan(maxLinkCharacters);
    expect(linkOf(repeated).length).toBeLessThan(2_000);
    for (const prompt of [noise, repeated]) {
      expect(linkFits(linkOf(prompt), "steering")).toBe(false);
      expect(linkFits(lessonOf(prompt), "steering")).toBe(false);
    }
  });
});

describe("unpack", () => {
  it("stops at the limit of 256 kB and reads what lies under it (4)", () => {
    const largest = "x".repeat(maxInflatedBytes);
    expect(unpack(pack(largest, "c"), "c")).toEqual({ ok: true, value: largest });
    expect(unpack(pack(`${largest}x`, "c"), "c")).toMatchObject({ ok: false, problem: { code: "link-too-large" } });
  });

  it("is far shorter than the text for text that repeats itself", () => {
    expect(pack("la ".repeat(300), "").length).toBeLessThan(40);
    expect(deflateSync(new TextEncoder().encode("{}")).length).toBe(4);
  });
});

describe("migrate", () => {
  it("goes one version at a time, and a changed default is written into links that left it out (6)", () => {
    // Version 2 took 5 instead of 3 for the default layer; version 3 renamed strength to amount.
    const steps = {
      1: (_lab: string, delta: unknown) => ({ layer: 3, ...(delta as object) }),
      2: (_lab: string, delta: unknown) => {
        const { strength, ...rest } = delta as { strength?: number };
        return strength === undefined ? rest : { ...rest, amount: strength };
      },
    };
    expect(migrate("steering", { strength: 2 }, 1, 3, steps)).toEqual({ layer: 3, amount: 2 });
    expect(migrate("steering", { strength: 2, layer: 4 }, 1, 3, steps)).toEqual({ layer: 4, amount: 2 });
    expect(migrate("steering", { layer: 4 }, 3, 3, steps)).toEqual({ layer: 4 });
  });

  it("keeps the eight written texts of a scorecard of version 1, and those that it asked for itself (6)", () => {
    expect(migrate("measures", { seed: 2 }, 1, 2)).toEqual({ seed: 2, written: 8 });
    expect(migrate("measures", { written: 24 }, 1, 2)).toEqual({ written: 24 });
    expect(migrate("merging", { seed: 2 }, 1, 2)).toEqual({ seed: 2 });
  });
});

describe("openDelta", () => {
  it("names the setting that a lab cannot have (5)", () => {
    const opened = openDelta("steering", { sampling: { temperature: 9 } }, 1, sampleModule);
    expect(opened).toMatchObject({ ok: false, problem: { what: expect.stringContaining("sampling.temperature") } });
  });
});

describe("readJson", () => {
  it("refuses keys that reach into prototypes and text that is no JSON", () => {
    expect(readJson('{"a":{"__proto__":1}}')).toBeUndefined();
    expect(readJson("nope")).toBeUndefined();
    expect(readJson('{"a":[1]}')).toEqual({ a: [1] });
  });
});
