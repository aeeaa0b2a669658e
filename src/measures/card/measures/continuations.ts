import type { CardItems } from "../items";
import type { Dialogue, Materials, Needs } from "../needs";

/** Tokens of a continuation that behaviour and diversity are judged by. */
const length = 24;

const dialogueOf = (beginning: string): Dialogue => ({
  turns: [beginning],
  maxNewTokens: length,
  form: "plain",
});

/** Every beginning of the languages is continued once, whoever wants it. */
export function continuationNeeds({ languages, beginnings }: CardItems): Partial<Needs> {
  return { dialogues: languages.flatMap((language) => (beginnings[language] ?? []).map(dialogueOf)) };
}

/** What the model writes behind the beginnings of a language. */
export function continuationsOf(
  { beginnings }: CardItems,
  language: string,
  materials: Materials,
): { readonly set: string; readonly items: readonly string[]; readonly answers: readonly string[] } {
  const items = beginnings[language] ?? [];
  const answers = items.map((beginning) => materials.replies(dialogueOf(beginning))[0] ?? "");
  return { set: `beginnings ${language}`, items, answers };
}
