import { seededRandom } from "../../random";
import type { Result } from "../../result";
import { fail, ok } from "../../result";
import { detectEntities, type Piece } from "../entities/detect";
import type { EntityTable } from "../entities/entity";
import { type LanguageCode, scriptOf } from "../language";
import type { Reason, WordRef } from "../reasons";
import type { SwitchedSentence, SwitchedWord } from "../sentence";
import { splitWords, type Word } from "../words";
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
 * in which every known entity has a label. What stands outside the entities does not change by a byte; what is written
 * together with a label, such as a Turkish ending, is of its word. A label that is spelt as in the text is a word of both
 * languages and shows neither. Fails with `input-invalid` where no entity is known or no language has labels for all.
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

function written(pieces: readonly Piece[], from: LanguageCode, to: LanguageCode): EntitySentence {
  const placed = placedIn(pieces, to);
  const originals = splitWords(pieces.map(({ text }) => text).join(""), from);
  const reasons: (Reason | undefined)[] = [];
  const words = splitWords(placed.map(({ shown }) => shown).join(""), from).map((word): SwitchedWord => {
    const touched = placed.filter(({ here }) => overlap(spanOf(word), here));
    const labels = touched.filter(({ isLabel }) => isLabel);
    const { here, was } = touched[0]!;
    const start = was[0] + word.start - here[0];
    const sought = labels.length > 0 ? labels.map((piece) => piece.was) : [[start, start + 1] as const];
    const meant = originals.flatMap((original, index): readonly WordRef[] =>
      sought.some((span) => overlap(spanOf(original), span)) ? [{ side: 0, index, text: original.text }] : [],
    );
    const script = scriptOf(word.text);
    const isAlike = labels.length > 0 && labels.every(({ text, shown }) => text === shown);
    reasons.push(labels[0] && { kind: "entity-label", words: meant, label: labels[0].shown });
    return {
      text: word.text,
      written: word.before + word.text + word.after,
      language: script === "Zyyy" || isAlike ? null : labels.length > 0 ? to : from,
      script,
      ...(labels.length > 0 ? {} : { source: { side: 0, index: meant[0]!.index } }),
      aligned: labels.length > 0 ? meant.map(({ index }) => index) : [],
    };
  });
  const text = words.map((word) => word.written).join("");
  return {
    language: to,
    tagged: placed.map(tagged(from, to)).join(""),
    sentence: { generator: "entities", text, words, switches: switchesOf(words, (index) => reasons[index]) },
  };
}

/** A stretch of a text in UTF-16 units, half-open. */
type Stretch = readonly [start: number, end: number];

interface PlacedPiece {
  readonly text: string;
  readonly shown: string;
  readonly isEntity: boolean;
  readonly isLabel: boolean;
  /** Where it stands in the original, and in the text with labels. */
  readonly was: Stretch;
  readonly here: Stretch;
}

function placedIn(pieces: readonly Piece[], to: LanguageCode): readonly PlacedPiece[] {
  let [before, now] = [0, 0];
  return pieces.map(({ text, isEntity, labels }) => {
    const label = labels?.[to];
    const shown = label ?? text;
    const was = [before, (before += text.length)] as const;
    const here = [now, (now += shown.length)] as const;
    return { text, shown, isEntity, isLabel: label !== undefined, was, here };
  });
}

function tagged(from: LanguageCode, to: LanguageCode): (piece: PlacedPiece) => string {
  return ({ shown, isEntity, isLabel }) => {
    const language = isLabel ? to : from;
    return isEntity ? `<${language}>${shown}</${language}>` : shown;
  };
}

function spanOf({ start, text }: Word): Stretch {
  return [start, start + text.length];
}

function overlap(one: Stretch, other: Stretch): boolean {
  return one[0] < other[1] && other[0] < one[1];
}
