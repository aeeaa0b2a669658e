import type { Document } from "../../experiments/documents/merging";
import { chatModules, chatVectorOf, recipeOfChatVector } from "../../merging/chat-vector";
import { type FrankenKind, frankenKinds, recipeOfFrankenmerge } from "../../merging/frankenmerge";
import { recipeOfLateLayers } from "../../merging/family-experts";
import { interpolationOf, interpolationText, recipeOfInterpolation } from "../../merging/interpolation";
import { recipeOfMap } from "../../merging/layer-map";
import { layraOf, recipeOfLayra } from "../../merging/layra";
import { recipeOfMethod } from "../../merging/method-recipe";
import { type MergeMethodName, mergeMethodNames, methodOf } from "../../merging/methods/index";
import { Select } from "../../ui/Select";
import type { PanelProps } from "../lab";
import { depthOf, mapOf, partnersOf } from "./settings";

type Kind = "map" | "late" | "chat" | "layra" | "line" | MergeMethodName | `franken-${FrankenKind}`;

const frankenTitles: Readonly<Record<FrankenKind, string>> = {
  repeat: "repeat the middle of A",
  skip: "skip the middle of A",
  mirror: "mirror the middle of A",
  stack: "stack B on A",
};
const withoutOwnMaker: ReadonlySet<MergeMethodName> = new Set(["passthrough"]);

export interface RecipeKindProps extends PanelProps<Document> {
  /** The B that was chosen, for when a kind without one, or with the base in its place, is left again. */
  readonly keptB: string | undefined;
  readonly keepB: (model: string) => void;
}

/** What kind of recipe it is; another choice writes one of that kind with the same models. */
export function RecipeKind({ document, edit, keptB, keepB }: RecipeKindProps) {
  const { recipe, base } = document;
  const { a, b: second } = partnersOf(recipe);
  const kind = kindOf(document);
  const b = kind === "line" ? undefined : second;
  const layers = depthOf(document);

  function choose(next: Kind): void {
    if (b !== undefined) keepB(b);
    edit({ recipe: made(next), draft: "" });
  }

  function made(next: Kind): Document["recipe"] {
    const kept = keptB === a ? undefined : keptB;
    const other = b ?? kept ?? base;
    if (next === "map") {
      const even = { embeddings: "average", norm: "average", head: "average" } as const;
      return recipeOfMap({ a, b: other, method: "linear", shares: Array.from({ length: layers }, () => 0), ...even });
    }
    if (next === "late") {
      const last = Math.ceil(layers / 4);
      return recipeOfLateLayers({ trunk: a, expert: other, layers, last });
    }
    if (next === "line") return recipeOfInterpolation({ tuned: a === base ? other : a, base, lambda: 0.5 });
    const [first, second] = [base, a, other].filter((model, i, all) => all.indexOf(model) === i).slice(-2);
    if (next === "layra") {
      return recipeOfLayra({
        base,
        language: first ?? a,
        instruct: second ?? other,
        layers,
        place: "ends",
        ends: Math.ceil(layers / 4),
        beta: 1,
        outer: true,
      });
    }
    if (next === "chat") {
      return recipeOfChatVector({
        base,
        target: first ?? a,
        chat: second ?? other,
        lambda: 1,
        modules: chatModules,
        templateRows: [],
        template: "auto",
      });
    }
    const franken = frankenKinds.find((name) => next === `franken-${name}`);
    if (franken) {
      const [first, end] = [Math.floor(layers / 3), Math.ceil((2 * layers) / 3)];
      return recipeOfFrankenmerge({ kind: franken, a, b: b ?? kept, layers, first, end });
    }
    const experts = [a, other].filter((model) => model !== base || next === "linear" || next === "slerp");
    return recipeOfMethod(next as MergeMethodName, base, experts);
  }

  const options: readonly { readonly value: Kind; readonly label: string }[] = [
    { value: "map", label: "a layer map of A and B" },
    { value: "late", label: "late layers of B on the trunk A (family expert)" },
    { value: "line", label: "a line from A back to the base" },
    { value: "chat", label: "a chat vector" },
    { value: "layra", label: "a language in some layers, plus instructions (LayRA)" },
    ...frankenKinds.map((name) => ({
      value: `franken-${name}` as const,
      label: `layers moved: ${frankenTitles[name]}`,
    })),
    ...mergeMethodNames
      .filter((name) => !withoutOwnMaker.has(name) || kind === name)
      .map((value) => ({ value, label: methodOf(value).title })),
  ];
  const method = methodOf(recipe.merge_method);
  return (
    <Select
      label="Merge by"
      value={kind}
      options={options}
      onChange={choose}
      help={
        kind === "map"
          ? undefined
          : kind === "line"
            ? interpolationText
            : `${method.formula} — ${method.reference}${method.variant === "mergekit" ? "" : ". mergekit does not know this name"}.`
      }
    />
  );
}

/** What the present recipe is: a map where it can be drawn as one. */
function kindOf(document: Document): Kind {
  if (mapOf(document)) return "map";
  if (layraOf(document.recipe)) return "layra";
  if (interpolationOf(document.recipe, document.base)) return "line";
  return chatVectorOf(document.recipe) ? "chat" : document.recipe.merge_method;
}
