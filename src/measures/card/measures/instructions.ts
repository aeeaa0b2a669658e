import type { Conversation } from "../../instructions/instruction";
import { keeps, type Strictness } from "../../instructions/verify";
import type { CardMeasure, Facet } from "../card-measure";
import type { Dialogue } from "../needs";

const dialogueOf = (conversation: Conversation): Dialogue => ({
  turns: conversation.map(({ text }) => text),
  maxNewTokens: 48,
  form: "chat",
});

export const instructionsKept: CardMeasure = {
  id: "instructions",
  name: "Instructions kept",
  family: "behaviour",
  unit: "share",
  better: "higher",
  digits: 2,
  formula: "instructions kept / instructions in force, over all turns; instructions of earlier turns stay in force",
  convention:
    "Checked by program: language, words, sentences, keywords, beginning and end, bullets, case, commas, JSON. Strict. Facets: each turn; “loose” also tries the reply without its first or last line and without asterisks; “all of a turn” wants every instruction of the turn. Greedy, 48 tokens, in ChatML where the tokenizer has its marks, else as lines. An empty reply keeps nothing.",
  source: "He et al. 2024, Multi-IF (arXiv 2410.15553); Zhou et al. 2023, IFEval (arXiv 2311.07911)",
  needs: ({ languages, conversations }) => ({
    dialogues: languages.flatMap((language) => (conversations[language] ?? []).map(dialogueOf)),
  }),
  facets: ({ languages, conversations }, materials) =>
    languages.flatMap((language) => {
      const asked = (conversations[language] ?? []).flatMap((conversation) =>
        turnsOf(conversation, materials.replies(dialogueOf(conversation)), language),
      );
      const last = Math.max(0, ...asked.map(({ turn }) => turn));
      const facetOf = (facet: string, turns: readonly AskedTurn[], strictness: Strictness, whole: boolean): Facet => ({
        language,
        facet,
        set: `conversations ${language}${turns.length === asked.length ? "" : `, ${facet.split(",")[0]}`}`,
        items: turns.map(({ text }) => text),
        answers: turns.map(({ reply }) => reply),
        parts: turns.map(({ kept }) => {
          const right = kept[strictness].filter(Boolean).length;
          return whole
            ? ([Number(right === kept[strictness].length), 1] as const)
            : ([right, kept[strictness].length] as const);
        }),
      });
      return [
        facetOf("", asked, "strict", false),
        facetOf("loose", asked, "loose", false),
        facetOf("all of a turn, strict", asked, "strict", true),
        facetOf("all of a turn, loose", asked, "loose", true),
        ...Array.from({ length: last }, (_, i) => asked.filter(({ turn }) => turn === i + 1)).flatMap((turns, i) => [
          facetOf(`turn ${i + 1}, strict`, turns, "strict", false),
          facetOf(`turn ${i + 1}, loose`, turns, "loose", false),
        ]),
      ];
    }),
};

interface AskedTurn {
  readonly turn: number;
  readonly text: string;
  readonly reply: string;
  readonly kept: Readonly<Record<Strictness, readonly boolean[]>>;
}

/** Each turn with its reply and the verdicts on all instructions that hold by then. */
function turnsOf(conversation: Conversation, replies: readonly string[], language: string): readonly AskedTurn[] {
  return conversation.map(({ text }, i) => {
    const reply = replies[i] ?? "";
    const inForce = conversation.slice(0, i + 1).flatMap(({ instructions }) => instructions);
    const kept = (strictness: Strictness) => inForce.map((one) => keeps(reply, one, language, strictness));
    return { turn: i + 1, text, reply, kept: { strict: kept("strict"), loose: kept("loose") } };
  });
}
