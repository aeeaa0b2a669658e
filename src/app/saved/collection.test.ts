import { expect, test } from "vitest";
import { writeRecording } from "../../experiments/recording";
import { defaults } from "../../experiments/documents/steering";
import { readCollection, writeCollection } from "./collection";

const now = "2026-01-02T03:04:05.000Z";
let count = 0;
const id = () => `new-${(count += 1)}`;
const text = writeRecording({ lab: "steering", document: { ...defaults, strength: 2 } });

test("what is exported comes back with its names, dates and findings, under new identities", async () => {
  const items = [
    {
      id: "a",
      name: "Twice as strong",
      on: "2026-01-01T00:00:00.000Z",
      lab: "steering" as const,
      headline: "12 of 12",
      text,
    },
  ];
  const read = await readCollection(writeCollection(items), "saved.json", now, id);
  if (!read.ok) throw new Error(read.problem.what);
  expect(read.value).toHaveLength(1);
  const [back] = read.value;
  expect(back).toMatchObject({ name: "Twice as strong", on: items[0]!.on, lab: "steering", headline: "12 of 12" });
  expect(back!.id).not.toBe("a");
  expect(JSON.parse(back!.text)).toEqual(JSON.parse(text));
});

test("a single experiment comes in under its file's name", async () => {
  const read = await readCollection(text, "my push.json", now, id);
  expect(read.ok && read.value.map(({ name, on }) => [name, on])).toEqual([["my push", now]]);
});

test("a file with one experiment that no lab can have is refused whole, with the setting named", async () => {
  const broken = {
    experiments: [{ name: "x", experiment: { lab: "steering", version: 1, document: { strength: 1e9 } } }],
  };
  const read = await readCollection(JSON.stringify(broken), "x.json", now, id);
  expect(!read.ok && read.problem.code).toBe("link-invalid");
  expect(!read.ok && read.problem.what).toContain("strength");
  expect((await readCollection("[1]", "x.json", now, id)).ok).toBe(false);
  expect((await readCollection('{"experiments":[1]}', "x.json", now, id)).ok).toBe(false);
});
