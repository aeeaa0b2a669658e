import type { Random } from "../../random";

/** Whole entities (EntityCS's WEP), or pieces of them (PEP): eight in ten masked, one random, one kept as it is. */
export type Masking = "whole" | "partial";

/** A token of a text, with the number of the entity it belongs to. */
export interface EntityToken {
  readonly text: string;
  readonly entity?: number;
}

export interface MaskedToken {
  readonly text: string;
  /** What was done; `none` for a token that the model is not asked for. */
  readonly action: "mask" | "random" | "same" | "none";
}

/** The share of tokens outside entities that masked language modelling asks for. */
const outsideShare = 0.15;

/**
 * What a masked language model would be given, token by token. `outside` adds masked language modelling on the tokens
 * that belong to no entity. Random tokens are drawn from `vocabulary`.
 */
export function maskEntities(
  tokens: readonly EntityToken[],
  options: { readonly masking: Masking; readonly outside: boolean; readonly mask: string },
  vocabulary: readonly string[],
  random: Random,
): readonly MaskedToken[] {
  return tokens.map(({ text, entity }): MaskedToken => {
    if (entity !== undefined && options.masking === "whole") return { text: options.mask, action: "mask" };
    if (entity === undefined && !(options.outside && random() < outsideShare)) return { text, action: "none" };
    const draw = random();
    if (draw < 0.8) return { text: options.mask, action: "mask" };
    if (draw < 0.9) return { text: vocabulary[Math.floor(random() * vocabulary.length)] ?? text, action: "random" };
    return { text, action: "same" };
  });
}
