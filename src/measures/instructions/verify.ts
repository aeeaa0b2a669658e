import type { Instruction, InstructionKind, Verifier } from "./instruction";
import { bullets, json, lowerCase, noCommas } from "./verifiers/format";
import { ends, exclude, include, starts } from "./verifiers/keywords";
import { language } from "./verifiers/language";
import { sentences, words } from "./verifiers/length";

const verifiers: { readonly [Kind in InstructionKind]: Verifier<Kind> } = {
  language,
  words,
  sentences,
  include,
  exclude,
  starts,
  ends,
  bullets,
  "lower-case": lowerCase,
  "no-commas": noCommas,
  json,
};

export type Strictness = "strict" | "loose";

/**
 * Whether a reply keeps an instruction (IFEval, Zhou et al. 2023, 2311.07911; Multi-IF, He et al. 2024, 2410.15553).
 * Loose: it or one of its variants does, without its first line, its last, both, and without asterisks. An empty reply
 * keeps nothing.
 */
export function keeps(reply: string, instruction: Instruction, asked: string, strictness: Strictness): boolean {
  const verifier = verifiers[instruction.kind] as Verifier<InstructionKind>;
  const written = instruction.kind === "language" ? instruction.language : asked;
  const tried = strictness === "strict" ? [reply] : variantsOf(reply);
  return tried.some((variant) => variant.trim() !== "" && verifier(variant, instruction, written));
}

/** The eight variants of IFEval's loose judgement. */
function variantsOf(reply: string): readonly string[] {
  const lines = reply.split("\n");
  const cut = [reply, lines.slice(1), lines.slice(0, -1), lines.slice(1, -1)].map((part) =>
    typeof part === "string" ? part : part.join("\n").trim(),
  );
  return [...cut, ...cut.map((part) => part.replaceAll("*", ""))];
}
