import type { Conversation } from "../../instructions/instruction";
import { keeps, type Strictness } from "../../instructions/verify";
import type { CardMeasure, Facet } from "../card-measure";
import type { Dialogue } from "../needs";

const dialogueOf = (conversation: Conversation): Dialogue => ({
  turns: conversation.map(({ text }) => text),
  maxNewTokens: 48,
  form: "chat",
});

const strictnesses = ["strict", "loose"] as const satisfies readonly Strictness[];

export const instructionsKept: CardMeasure = {
  id: "instructions",
  name: "Instructions kept",
  family: "behaviour",
  unit: "share",
  better: "higher",
  digits: 2,
  formula: "instructions kept / instructions in force, over all turns; instructions of earlier turns stay in force",
  convention:
    "Checked by program: language, words, sentences, keywords, beginning and end, bullets, case, commas, JSON. Strict. A conversation is one item, all its turns together, as a reply depends on the turns before it. Facets: each turn; “loose” also tries the reply without its first or last line and without asterisks; “all of a turn” wants every instruction of the turn. Greedy, 48 tokens, in ChatML where the tokenizer has its marks, else as lines. An empty reply keeps nothing.",
  source: "He et al. 2024, Multi-IF (arXiv 2410.15553); Zhou et al. 2023, IFEval (arXiv 2311.07911)",
  verdict: true,
  needs: ({ languages, conversations }) => ({
    dialogues: languages.flatMap((language) => (conversations[language] ?? []).map(dialogueOf)),
  }),
  facets: ({ languages, conversations }, materials) =>
    languages.flatMap((language) => {
      const asked = (conversations[language] ?? []).map((conversation) =>
        turnsOf(conversation, materials.replies(dialogueOf(conversation)), language),
      );
      const longest = Math.max(0, ...asked.map(({ length }) => length));
      const common = { language, set: `conversations ${language}` };
      return [
        { ...common, facet: "", ...countedBy(asked, "strict", "instructions") },
        { ...common, facet: "loose", ...countedBy(asked, "loose", "instructions") },
        ...strictnesses.map((strictness) => ({
          ...common,
          facet: `all of a turn, ${strictness}`,
          formula: "turns with every instruction in force kept / turns",
          ...countedBy(asked, strictness, "turns"),
        })),
        ...Array.from({ length: longest }, (_, turn) =>
          asked.flatMap((turns) => (turns[turn] ? [[turns[turn]]] : [])),
        ).flatMap((turns, i) =>
          strictnesses.map((strictness) => ({
            language,
            set: `conversations ${language}, turn ${i + 1}`,
            facet: `turn ${i + 1}, ${strictness}`,
            formula: `instructions kept / instructions in force, in turn ${i + 1}`,
            ...countedBy(turns, strictness, "instructions"),
          })),
        ),
      ];
    }),
};

interface AskedTurn {
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
    return { text, reply, kept: { strict: kept("strict"), loose: kept("loose") } };
  });
}

/** Turns of conversations as items, one a conversation: of its instructions, or of its turns, those kept and all there are. */
function countedBy(
  conversations: readonly (readonly AskedTurn[])[],
  strictness: Strictness,
  what: "instructions" | "turns",
): Pick<Facet, "items" | "answers" | "parts"> {
  const joined = (of: (turn: AskedTurn) => string) => conversations.map((turns) => turns.map(of).join(" | "));
  return {
    items: joined(({ text }) => text),
    answers: joined(({ reply }) => reply),
    parts: conversations.map((turns) => {
      const kept = turns.map((turn) => turn.kept[strictness]);
      const counted = what === "turns" ? kept.map((all) => all.every(Boolean)) : kept.flat();
      return [counted.filter(Boolean).length, counted.length] as const;
    }),
  };
}
