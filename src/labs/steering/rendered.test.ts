import { readFileSync } from "node:fs";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Comparisons } from "./Comparisons";
import { Cover } from "./Cover";
import { HeadResults } from "./head/HeadResults";
import type { HeadResult } from "./head/result";
import { Layers } from "./Layers";
import { MapResults } from "./maps/MapResults";
import type { MapsResult } from "./maps/result";
import type { SteeringResult } from "./result";
import { SummaryTable } from "./SummaryTable";
import { SweepMaps } from "./SweepMaps";

/** What a recorded preset computed. */
function resultOf(id: string): unknown {
  return (JSON.parse(readFileSync(`public/presets/steering/${id}.json`, "utf8")) as { result: unknown }).result;
}

const recorded = (id: string) => resultOf(id) as SteeringResult;

const textOf = (element: ReactElement) =>
  renderToStaticMarkup(element)
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");

test("4 of 4 has Wilson's interval; a trait has no column for a language", () => {
  const languages = textOf(createElement(SummaryTable, { result: recorded("english-to-german") }));
  expect(languages).toContain("Identified as German");
  expect(languages).toContain("100 51–100");
  expect(textOf(createElement(SummaryTable, { result: recorded("past-to-future") }))).not.toContain("Identified as");
});

test("a sweep of a trait asks for no language", () => {
  const result = recorded("english-to-german");
  const maps = (trait?: "mood") =>
    textOf(
      createElement(SweepMaps, {
        result: { ...result, ...(trait && { trait }) },
        sweep: result.sweep!,
        edit: () => {},
      }),
    );
  expect(maps()).toContain("Is it German?");
  expect(maps("mood")).not.toContain("German");
});

test("prompts beside stories are in no language that is known", () => {
  const marked = (id: string) => renderToStaticMarkup(createElement(Comparisons, { result: recorded(id) }));
  expect(marked("english-to-german")).toContain('<bdi class="steering-prompt" lang="en">');
  expect(marked("past-to-future")).not.toContain('<bdi class="steering-prompt" lang');
});

test("the picture, the notes and the push elsewhere tell what is done, and at which layers", () => {
  const result: SteeringResult = { ...recorded("english-to-german"), spread: "all" };
  const props = { document: {} as never, edit: () => {} };
  expect(textOf(createElement(Cover, { ...props, result: { ...result, operation: "ablate" } }))).toContain(
    "the direction removed after all layers of 8",
  );
  expect(
    renderToStaticMarkup(createElement(Layers, { ...props, result })).match(/edited, strength 0.125/g),
  ).toHaveLength(8);
  const elsewhere = (change: Partial<SteeringResult>) =>
    textOf(createElement(Comparisons, { result: { ...result, ...change } }));
  expect(elsewhere({})).toContain("as far, at the same layers, towards Spanish");
  expect(elsewhere({ operation: "cap" })).toContain("the same done along the direction towards Spanish");
});

test("a fit worse than the mean is drawn where it lies", () => {
  const result = resultOf("map-between-languages") as MapsResult;
  const lowest = Math.min(...result.fits.map(({ before }) => before.explained));
  expect(lowest).toBeLessThan(-1);
  const [layer] = result.layers;
  const drawn = renderToStaticMarkup(createElement(MapResults, { result, edit: () => {} }));
  expect(drawn).toContain(`as it is ${result.fits[layer!]!.before.explained.toFixed(2).replace("-", "−")}`);
});

test("a negative strength at the head is as long as a positive one", () => {
  const cells = [{ success: 0.5, bitsPerByte: 1 }];
  const result = { language: "de", strengths: [-2], share: 0.2, script: false, texts: [], languages: [], cosines: [] };
  const head = {
    ...result,
    model: { checkpoint: "m", width: 4 },
    promoted: [],
    cells: { vector: cells, random: cells },
  } as unknown as HeadResult;
  expect(textOf(createElement(HeadResults, { result: head }))).toContain("40 % of what the head reads");
});
