import type { Document } from "../../experiments/documents/steering";
import { fail, ok, type Result } from "../../result";
import { type Split, splitTexts } from "../../steering/separation";

export const maximalPrompts = 4;
const maximalTexts = 400;
const heldOutShare = 0.25;

/** Two sets of texts and which of them are held out. */
export interface TextSets {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly split: { readonly source: Split; readonly target: Split };
}

/** The lines of a field that hold something, trimmed. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The prompts, at most four; a problem when there is none. */
export function promptsOf(document: Document): Result<readonly string[]> {
  const prompts = linesOf(document.prompts).slice(0, maximalPrompts);
  if (prompts.length > 0) return ok(prompts);
  return fail({
    code: "prompt-empty",
    what: "There is no prompt to go on from.",
    remedy: "Write the beginning of a sentence, one a line; up to four are used.",
  });
}

/**
 * The two sets as the document names them; those of stories are given. Parallel sentences are split once for both, so a sentence and its
 * translation are on the same side.
 */
export function textSetsOf(
  document: Document,
  parallel: Readonly<Record<string, readonly string[]>>,
  stories: Result<Pick<TextSets, "source" | "target">> | null = null,
): Result<TextSets> {
  const sets =
    stories ??
    (document.texts === "own"
      ? ok({ source: linesOf(document.sourceTexts), target: linesOf(document.targetTexts) })
      : parallelSets(document, parallel));
  if (!sets.ok) return sets;
  const source = sets.value.source.slice(0, maximalTexts);
  const target = sets.value.target.slice(0, maximalTexts);
  if (source.length < 2 || target.length < 2) {
    return fail({
      code: "input-invalid",
      what: `The source set has ${source.length} texts and the target set ${target.length}.`,
      remedy: "Give at least two texts to each set, one a line: some make the direction, the others judge it.",
      facts: { source: source.length, target: target.length },
    });
  }
  if (sameTexts(source, target)) {
    return fail({
      code: "input-invalid",
      what: "Both sets hold the same texts, so there is no direction between them.",
      remedy: "Give two sets that differ in what you want to steer, such as their language.",
      facts: { source: source.length, target: target.length },
    });
  }
  const split = {
    source: splitTexts(source.length, heldOutShare, document.seed),
    target: splitTexts(target.length, heldOutShare, document.seed),
  };
  return ok({ source, target, split });
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  const all = new Set([...a, ...b]).size;
  return all === new Set(a).size && all === new Set(b).size;
}

function parallelSets(
  { source, target }: Document,
  parallel: Readonly<Record<string, readonly string[]>>,
): Result<Pick<TextSets, "source" | "target">> {
  const missing = [source, target].find((language) => parallel[language] === undefined);
  if (missing !== undefined) {
    return fail({
      code: "input-invalid",
      what: `The parallel sentences have no language “${missing}”.`,
      remedy: `Choose among ${Object.keys(parallel).join(", ")}, or give your own texts.`,
      facts: { language: missing },
    });
  }
  if (source === target) {
    return fail({
      code: "input-invalid",
      what: "Source and target are the same language, so there is no direction between them.",
      remedy: "Choose two languages.",
      facts: { language: source },
    });
  }
  return ok({ source: parallel[source]!, target: parallel[target]! });
}

/** The layer to steer: the one that the document names, else the proposed one; a problem when the model lacks it. */
export function layerOf(document: Document, proposed: number, layers: number): Result<number> {
  const layer = document.layer ?? proposed;
  if (layer < layers) return ok(layer);
  return fail({
    code: "intervention-invalid",
    what: `Layer ${layer} does not exist: this model has layers 0 to ${layers - 1}.`,
    remedy: "Choose one of them, or let held-out separation choose.",
    facts: { layer, layers },
  });
}
