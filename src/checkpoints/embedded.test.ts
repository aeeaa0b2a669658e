import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { embeddedCheckpoints } from "./embedded";

const folder = new URL("../../public/models/", import.meta.url);

test("the list is what lies in public/models, with its sizes", () => {
  const onDisk = readdirSync(folder)
    .toSorted((a, b) => a.localeCompare(b))
    .map((id) => [id, statSync(new URL(`${id}/model.safetensors`, folder)).size]);
  expect(embeddedCheckpoints.map(({ id, weightBytes }) => [id, weightBytes])).toEqual(onDisk);
});

test.each(embeddedCheckpoints)("the sha256 of $id is that of its weights", ({ id, sha256 }) => {
  const weights = readFileSync(new URL(`${id}/model.safetensors`, folder));
  expect(sha256).toBe(createHash("sha256").update(weights).digest("hex"));
});

test.each(embeddedCheckpoints)("the model card of $id names the licence that the shelf shows", ({ id, licence }) => {
  expect(readFileSync(new URL(`${id}/README.md`, folder), "utf8")).toContain(licence);
});
