import { type Random, seededRandom } from "../../../random";
import type { CardMeasure, Facet } from "../card-measure";
import type { SymbolItem } from "../items";
import type { Materials } from "../needs";

const symbolTasks = ["copy", "reverse", "map"] as const;
const chance = "0.25";

/** In-context learning without language, which goes first where a model is trained on in one language alone. */
export const symbols: CardMeasure = {
  id: "symbols",
  name: "Symbols in context",
  family: "skill",
  unit: "share",
  better: "higher",
  digits: 2,
  formula: "share of items with log p(right answer) > log p of each of three wrong ones, behind the same examples",
  convention:
    "No word of any language: letters are copied or turned round after two examples, or the value of a key is looked up among four. Answers and items are computed by program from a seed; wrong answers are other orders of the same letters, or the other values. Ties are wrong. Facets: each task.",
  source:
    "Elhady et al. 2025, Emergent Abilities of LLMs under Continued Pretraining for Language Adaptation (arXiv 2506.00288): a benchmark without language; the items are of this lab",
  chance,
  verdict: true,
  needs: ({ symbols: items = [] }) => ({
    scored: items.flatMap(({ shown, right, wrong }) => [right, ...wrong].map((answer) => shown + answer)),
  }),
  facets: ({ symbols: items = [] }, materials) => [
    facetOf("", items, materials),
    ...symbolTasks.map((task) =>
      facetOf(
        task,
        items.filter((item) => item.task === task),
        materials,
      ),
    ),
  ],
};

function facetOf(facet: string, items: readonly SymbolItem[], materials: Materials): Facet {
  const bitsOf = (text: string) => materials.scored(text).total.bits;
  return {
    language: "all",
    facet,
    chance,
    set: facet === "" ? "symbols" : `symbols, ${facet}`,
    items: items.map(({ shown, right }) => `${shown.replaceAll("\n", " · ")} [${right.trim()}]`),
    parts: items.map(({ shown, right, wrong }) => {
      const own = bitsOf(shown + right);
      return [Number(wrong.every((answer) => own < bitsOf(shown + answer))), 1] as const;
    }),
  };
}

const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ".split("");
const digits = "0123456789".split("");

/** `count` items, the three tasks in turn; the same for every model. */
export function symbolItems(count: number): readonly SymbolItem[] {
  const random = seededRandom(14);
  return Array.from({ length: count }, (_, i) => {
    const task = symbolTasks[i % symbolTasks.length]!;
    return task === "map" ? mapItem(random) : orderItem(task, random);
  });
}

/** `Q D K = K D Q`, twice, and the beginning of a third. The other orders of its letters are wrong; one of them solves the other task. */
function orderItem(task: "copy" | "reverse", random: Random): SymbolItem {
  const drawn = shuffled(letters, random);
  const [a, b, c] = drawn as [string, string, string];
  const rows = [drawn.slice(3, 6), drawn.slice(6, 9), [a, b, c]];
  const answerOf = (row: readonly string[]) => ` ${(task === "copy" ? row : row.toReversed()).join(" ")}`;
  const right = answerOf(rows[2]!);
  const orders = [
    [a, b, c],
    [c, b, a],
    [b, a, c],
    [c, a, b],
  ];
  return {
    task,
    shown: rows.map((row, i) => `${row.join(" ")} =${i < 2 ? answerOf(row) : ""}`).join("\n"),
    right,
    wrong: orders.map((order) => ` ${order.join(" ")}`).filter((order) => order !== right),
  };
}

/** `Q 4`, four such pairs, and one of the keys again. */
function mapItem(random: Random): SymbolItem {
  const keys = shuffled(letters, random).slice(0, 4);
  const values = shuffled(digits, random)
    .slice(0, 4)
    .map((value) => ` ${value}`);
  const asked = Math.floor(random() * keys.length);
  return {
    task: "map",
    shown: [...keys.map((key, i) => key + values[i]!), keys[asked]!].join("\n"),
    right: values[asked]!,
    wrong: values.filter((_, i) => i !== asked),
  };
}

function shuffled<T>(all: readonly T[], random: Random): readonly T[] {
  return all
    .map((one) => [random(), one] as const)
    .toSorted(([x], [y]) => x - y)
    .map(([, one]) => one);
}
