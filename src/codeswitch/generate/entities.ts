import { seededRandom } from "../../random";
import type { Result } from "../../result";
import { fail, ok } from "../../result";
import { detectEntities } from "../entities/detect";
import type { EntityTable } from "../entities/entity";
import { type LanguageCode, scriptOf } from "../language";
import type { Reason } from "../reasons";
import type { SwitchedSentence, SwitchedWord } from "../sentence";
import { splitWords } from "../words";
import { shuffled } from "./shuffle";
import { switchesOf } from "./switches";

export interface EntitySentence {
  readonly language: LanguageCode;
  /** With `<xx>…</xx>` around each entity, in the format of EntityCS. */
  readonly tagged: string;
  readonly sentence: SwitchedSentence;
}

/** The most languages that one text is switched to. */
const mostLanguages = 5;

/**
 * Entities replaced by their labels (EntityCS, Whitehouse et al. 2022): one sentence for each of at most five languages
 * in which every known entity has a label. What stands outside the entities does not change by a byte. Fails with
 * `input-invalid` where no entity is known or no language has labels for all.
 */
export function generateFromEntities(
  text: string,
  from: LanguageCode,
  table: EntityTable,
  seed: number,
): Result<readonly EntitySentence[]> {
  const pieces = detectEntities(text, from, table);
  const known = pieces.flatMap(({ labels }) => (labels === undefined ? [] : [labels]));
  if (known.length === 0) {
    const marked = pieces.filter(({ isEntity }) => isEntity).map((piece) => piece.text);
    return fail({
      code: "input-invalid",
      what:
        marked.length > 0
          ? `No label is known for ${marked.map((mention) => `“${mention}”`).join(", ")}.`
          : "The text names no entity that the lab knows.",
      remedy: "Mark an entity as [[Berlin]] or [[Berlin|the capital]], or look its labels up on Wikidata.",
      facts: { marked: marked.length },
    });
  }
  const shared = Object.keys(known[0]!)
    .filter((language) => language !== from && known.every((labels) => labels[language] !== undefined))
    .sort();
  if (shared.length === 0) {
    return fail({
      code: "input-invalid",
      what: "No language has a label for every entity of the text.",
      remedy: "Mark fewer entities, or look their labels up in more languages.",
      facts: { entities: known.length },
    });
  }
  const languages = shuffled(shared, seededRandom(seed)).slice(0, mostLanguages).toSorted();
  return ok(languages.map((to) => written(pieces, from, to)));
}

function written(pieces: ReturnType<typeof detectEntities>, from: LanguageCode, to: LanguageCode): EntitySentence {
  const words: SwitchedWord[] = [];
  const reasons: (Reason | undefined)[] = [];
  let tagged = "";
  let loose = "";
  let position = 0;
  for (const { text, isEntity, labels } of pieces) {
    const label = labels?.[to];
    const shown = label ?? text;
    const language = label === undefined ? from : to;
    tagged += isEntity ? `<${language}>${shown}</${language}>` : shown;
    const originals = splitWords(text, from).map(
      (word, offset) => ({ side: 0, index: position + offset, text: word.text }) as const,
    );
    position += originals.length;
    const split = splitWords(shown, language);
    if (split.length === 0) {
      const last = words.pop();
      if (last === undefined) loose += shown;
      else words.push({ ...last, written: last.written + shown });
      continue;
    }
    for (const [offset, word] of split.entries()) {
      const script = scriptOf(word.text);
      words.push({
        text: word.text,
        written: loose + word.before + word.text + word.after,
        language: script === "Zyyy" ? null : language,
        script,
        ...(label === undefined ? { source: { side: 0, index: originals[offset]!.index } } : {}),
        aligned: label === undefined ? [] : originals.map(({ index }) => index),
      });
      reasons.push(label === undefined ? undefined : { kind: "entity-label", words: originals, label });
      loose = "";
    }
  }
  const text = words.map((word) => word.written).join("");
  return {
    language: to,
    tagged,
    sentence: { generator: "entities", text, words, switches: switchesOf(words, (index) => reasons[index]) },
  };
}
