import { expect, test } from "vitest";
import { maxFileCharacters, writeRecording } from "../../experiments/recording";
import { defaults } from "../../experiments/documents/steering";
import { newAmong, readCollection, writeCollection } from "./collection";
import type { Saved } from "./store";

const now = "2026-01-02T03:04:05.000Z";
let count = 0;
const id = () => `new-${(count += 1)}`;
const text = writeRecording({ lab: "steering", document: { ...defaults, strength: 2 } });
const item: Saved = {
  id: "a",
  name: "Twice as strong",
  on: "2026-01-01T00:00:00.000Z",
  lab: "steering",
  headline: "12 of 12",
  text,
};

async function readBack(items: readonly Saved[]) {
  const read = await readCollection(writeCollection(items), "saved.json", now, id);
  if (!read.ok) throw new Error(read.problem.what);
  return read.value;
}

test("what is exported comes back with its names, dates and findings, under new identities", async () => {
  const { items, problem } = await readBack([item]);
  expect(problem).toBeNull();
  expect(items).toHaveLength(1);
  const [back] = items;
  expect(back).toMatchObject({ name: "Twice as strong", on: item.on, lab: "steering", headline: "12 of 12" });
  expect(back!.id).not.toBe("a");
  expect(JSON.parse(back!.text)).toEqual(JSON.parse(text));
});

test("what is exported comes back however much it is together", async () => {
  const recorded = { on: "2026-01-01", backend: "wasm", seconds: 1, checkpoints: {}, whole: true };
  const result = "x".repeat(maxFileCharacters / 4);
  const large = { ...item, text: writeRecording({ lab: "steering", document: defaults }, { result, recorded }) };
  expect((await readBack(Array.from({ length: 5 }, () => large))).items).toHaveLength(5);
  expect((await readBack(Array.from({ length: 501 }, () => item))).items).toHaveLength(501);
});

test("an experiment that cannot be read stays in the export, is named at the import, and leaves the others", async () => {
  const kept = text.replace("{", '{"constructor":1,');
  const items = [item, { ...item, name: "Unreadable", text: kept }, { ...item, name: "Third" }];
  expect(writeCollection(items)).toContain(JSON.stringify(kept));
  const read = await readBack(items);
  expect(read.items.map(({ name }) => name)).toEqual(["Twice as strong", "Third"]);
  expect(read.problem).toMatchObject({ code: "link-invalid", what: expect.stringContaining("1 of 3") });
  expect(read.problem?.what).toContain("“Unreadable”");
});

test("one that reaches into prototypes is refused alone, names that do are names like others", async () => {
  const reaching = (key: string) => `{"name":"Reaching","experiment":${text.replace("{", `{"${key}":{"lab":"x"},`)}}`;
  const named = ["constructor", "__proto__", "prototype"].map((name) => ({ ...item, name, headline: name }));
  const file = writeCollection(named).replace("[{", `[${reaching("__proto__")},${reaching("constructor")},{`);
  const read = await readCollection(file, "saved.json", now, id);
  if (!read.ok) throw new Error(read.problem.what);
  expect(read.value.items.map(({ name, headline }) => [name, headline])).toEqual(named.map(({ name }) => [name, name]));
  expect(read.value.problem?.what).toContain("2 of 5");
  expect(newAmong(read.value.items, named.slice(0, 2)).map(({ name }) => name)).toEqual(["prototype"]);
});

test("a single experiment comes in under its file's name", async () => {
  const read = await readCollection(text, "my push.json", now, id);
  expect(read.ok && read.value.items.map(({ name, on }) => [name, on])).toEqual([["my push", now]]);
});

test("a file without any experiment that a lab can have is refused, with the setting named", async () => {
  const broken = {
    experiments: [{ name: "x", experiment: { lab: "steering", version: 1, document: { strength: 1e9 } } }],
  };
  const read = await readCollection(JSON.stringify(broken), "x.json", now, id);
  expect(!read.ok && read.problem.code).toBe("link-invalid");
  expect(!read.ok && read.problem.what).toContain("strength");
  expect((await readCollection("[1]", "x.json", now, id)).ok).toBe(false);
  expect((await readCollection('{"experiments":[1]}', "x.json", now, id)).ok).toBe(false);
});

test("what is kept already is not brought in again, another name or finding is", async () => {
  const kept = { ...item, id: "kept" };
  const read = await readBack([item, { ...item, name: "Third" }]);
  expect(newAmong(read.items, [kept]).map(({ name }) => name)).toEqual(["Third"]);
});
