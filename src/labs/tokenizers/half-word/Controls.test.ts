import { Children, isValidElement } from "react";
import { expect, test } from "vitest";
import { defaults } from "../../../experiments/documents/tokenizers";
import { Slider, type SliderProps } from "../../../ui/Slider";
import { HalfWordControls } from "./Controls";

test("a typed half of a character becomes a whole one, as a link can hold no other", () => {
  const edits: unknown[] = [];
  const panel = HalfWordControls({ document: defaults, edit: (change) => edits.push(change) });
  const fields = Children.toArray((panel.props as { children: React.ReactNode }).children);
  const slider = fields.find((field) => isValidElement<SliderProps>(field) && field.type === Slider);
  if (!isValidElement<SliderProps>(slider)) throw new Error("there is no slider");
  slider.props.onChange(2.5, "typed");
  expect(edits).toEqual([{ halfWord: { ...defaults.halfWord, given: 3 } }]);
});
