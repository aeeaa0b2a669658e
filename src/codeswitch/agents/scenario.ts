import { seededRandom } from "../../random";

/** The axes of SwitchLingua's scenario grid (Xie et al. 2025) that a single sample has, each with its values. */
export const axes = {
  topic: ["family", "food", "school", "work", "travel", "health", "music", "football", "weather", "shopping"],
  tense: ["past", "present", "future"],
  perspective: ["first person", "second person", "third person"],
  gender: ["a woman", "a man", "someone"],
  age: ["child", "teenager", "young adult", "adult", "elderly"],
  education: ["school", "vocational training", "university"],
  purpose: ["quotation", "emphasis", "addressing someone", "explaining a word", "filling a gap"],
  type: ["inter-sentential", "intra-sentential", "tag"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Axis = keyof typeof axes;
export type Scenario = { readonly [A in Axis]: (typeof axes)[A][number] };

/** How many scenarios the grid has: the product of its axes. */
export function gridSize(): number {
  return Object.values(axes).reduce((product, values) => product * values.length, 1);
}

/** Scenarios of the grid drawn by the seed, none twice. */
export function drawScenarios(count: number, seed: number): readonly Scenario[] {
  const random = seededRandom(seed);
  const drawn = new Map<string, Scenario>();
  while (drawn.size < Math.min(count, gridSize())) {
    const entries = Object.entries(axes).map(([axis, values]) => [axis, values[Math.floor(random() * values.length)]!]);
    const scenario = Object.fromEntries(entries) as Scenario;
    drawn.set(JSON.stringify(scenario), scenario);
  }
  return [...drawn.values()];
}
