import { seededRandom } from "../../random";
import type { Result } from "../../result";
import { fail, ok } from "../../result";
import { sum } from "../../vectors";
import { placed } from "../dictionary/placed";
import type { Replacement, Replacer } from "../dictionary/replacer";
import { type LanguageCode, scriptOf } from "../language";
import type { Sentence, SwitchedSentence, SwitchedWord } from "../sentence";
import type { UniversalTag } from "../tags";
import type { Reason, WordRef } from "../reasons";
import type { Span } from "../phrases/span";
import { shuffled } from "./shuffle";
import { switchesOf } from "./switches";

export interface LexiconRequest {
  /** The share of the words with an entry that is replaced, from 0 to 1. */
  readonly ratio: number;
  /** By replacer, its part of the words that are replaced, summing to 1; absent: each word draws among those that offer it. */
  readonly parts?: readonly number[];
  /** Only these parts of speech; every word with an entry where absent. */
  readonly tags?: ReadonlySet<UniversalTag>;
  /** Phrases that are replaced as a whole, by one language, or not at all; absent: every word by itself. */
  readonly phrases?: readonly Span[];
  readonly seed: number;
}

export interface LexiconResult {
  readonly sentence: SwitchedSentence;
  /** Words that could be replaced, and how many were. */
  readonly candidates: number;
  readonly replaced: number;
}

/**
 * Words replaced by dictionary entries, as CoSDA-ML does (Qin et al. 2020), each towards one of the languages that have
 * an entry for it. The number replaced is ratio x candidates, rounded; with `phrases` as near below as whole phrases come, and the
 * words of a phrase are candidates only where one language has an entry for each. With `parts` each language gets its part of
 * them, as far as it has entries. Fails with `input-invalid` for a ratio outside 0 to 1 and where no word can be replaced,
 * with the reason.
 */
export function generateFromLexicon(
  sentence: Sentence,
  replacers: readonly Replacer[],
  request: LexiconRequest,
): Result<LexiconResult> {
  if (!(request.ratio >= 0 && request.ratio <= 1)) {
    return fail({
      code: "input-invalid",
      what: `The ratio is ${request.ratio}.`,
      remedy: "Choose a ratio from 0 (nothing replaced) to 1 (every word with an entry).",
      facts: { ratio: request.ratio },
    });
  }
  const random = seededRandom(request.seed);
  const offers = new Map<number, Replacer[]>();
  const units: (readonly number[])[] = [];
  let known = 0;
  for (const replacer of replacers) {
    for (const { index, tag, unit } of replacer.candidates(sentence)) {
      known += 1;
      if (unit?.[0] === index) units.push(unit);
      if (request.tags !== undefined && (tag === undefined || !request.tags.has(tag))) continue;
      offers.set(index, [...(offers.get(index) ?? []), replacer]);
    }
  }
  if (offers.size === 0) return fail(noCandidates(sentence, known));
  const phrases = (request.phrases ?? []).map(([start, end]) =>
    Array.from({ length: end - start }, (_, at) => start + at),
  );
  const blocks = blocksOf(sentence, offers, [...phrases, ...units]);
  if (blocks.length === 0) return fail(noWholePhrase(offers.size));
  const candidates = sum(blocks.map(({ indexes }) => indexes.length));
  let open = Math.round(request.ratio * candidates);
  const chosen = shuffled(blocks, random).filter(({ indexes }) => {
    const fits = indexes.length <= open;
    if (fits) open -= indexes.length;
    return fits;
  });
  const replaced = sum(chosen.map(({ indexes }) => indexes.length));
  const byReplacer = new Map<Replacer, number[]>(replacers.map((replacer) => [replacer, []]));
  const room = new Map(replacers.map((replacer, place) => [replacer, replaced * (request.parts?.[place] ?? 0)]));
  // Those that few languages offer come first, while those languages still have room.
  const inTurn =
    request.parts === undefined
      ? chosen.toSorted((a, b) => a.indexes[0]! - b.indexes[0]!)
      : chosen.toSorted((a, b) => a.offered.length - b.offered.length);
  for (const { indexes, offered } of inTurn) {
    const drawn =
      request.parts === undefined
        ? offered[Math.floor(random() * offered.length)]!
        : offered.reduce((most, other) => (room.get(other)! > room.get(most)! ? other : most));
    room.set(drawn, room.get(drawn)! - indexes.length);
    byReplacer.get(drawn)!.push(...indexes);
  }
  const slots: Slot[] = [];
  for (const [replacer, some] of byReplacer) {
    const indexes = some.toSorted((a, b) => a - b);
    for (const replacement of replacer.replace(sentence, indexes, random)) {
      slots.push({ ...replacement, language: replacer.language });
    }
  }
  return ok({ sentence: written(sentence, slots), candidates, replaced });
}

/** What is replaced at once, a word, a unit or a phrase, and the languages that have an entry for all of it. */
interface Block {
  readonly indexes: readonly number[];
  readonly offered: readonly Replacer[];
}

/** Words that stand in one of the groups, or in groups that share a word, are replaced together. */
function blocksOf(
  { words }: Sentence,
  offers: ReadonlyMap<number, readonly Replacer[]>,
  groups: readonly (readonly number[])[],
): readonly Block[] {
  const blockOf = words.map((_, index) => index);
  for (const group of groups) {
    const joined = new Set(group.map((index) => blockOf[index]!));
    const first = Math.min(...joined);
    for (const [index, block] of blockOf.entries()) if (joined.has(block)) blockOf[index] = first;
  }
  return [...new Set(blockOf)]
    .map((block): Block => {
      const indexes = [...words.keys()].filter((index) => blockOf[index] === block);
      const [first = [], ...others] = indexes.map((index) => offers.get(index) ?? []);
      return { indexes, offered: first.filter((replacer) => others.every((some) => some.includes(replacer))) };
    })
    .filter(({ offered }) => offered.length > 0);
}

interface Slot extends Replacement {
  readonly language: LanguageCode;
}

function written(sentence: Sentence, slots: readonly Slot[]): SwitchedSentence {
  const made = placed(sentence.words, slots);
  const words = made.map(({ index, text, before, after, replacement: slot }): SwitchedWord => {
    const shown = slot?.place === index && slot.text === text ? cased(slot, sentence, index) : text;
    const script = scriptOf(shown);
    const isAlike = slot !== undefined && slot.unit === undefined && shown === sentence.words[index]!.text;
    return {
      text: shown,
      written: before + shown + after,
      language: script === "Zyyy" || isAlike ? null : (slot?.language ?? sentence.language),
      script,
      ...(slot === undefined ? { source: { side: 0, index } } : {}),
      aligned: slot === undefined ? [] : (slot.unit ?? [slot.index]),
    };
  });
  const refer = (index: number): WordRef => ({ side: 0, index, text: sentence.words[index]!.text });
  const reasonFor = ({ index, text, head }: Slot): Reason => ({
    kind: "dictionary-entry",
    word: refer(index),
    replacement: text,
    ...(head === undefined ? {} : { head: refer(head) }),
  });
  const switches = switchesOf(words, (place) => {
    const slot = made[place]!.replacement;
    return slot === undefined ? undefined : reasonFor(slot);
  });
  return { generator: "lexicon", text: words.map((word) => word.written).join(""), words, switches };
}

/** A capital that begins the sentence is given to the word that now stands first. */
function cased(slot: Slot, sentence: Sentence, index: number): string {
  const high = index === 0 && /^\p{Lu}/u.test(sentence.words[0]!.text);
  return high ? slot.text.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase(slot.language)) : slot.text;
}

function noWholePhrase(known: number) {
  return {
    code: "input-invalid",
    what: `${known} words have an entry, but each stands in a phrase another word of which has none, and phrases are kept whole.`,
    remedy: "Let phrases be broken, choose more parts of speech, or write words that the dictionary has.",
    facts: { known },
  } as const;
}

function noCandidates(sentence: Sentence, known: number) {
  const what =
    sentence.words.length === 0
      ? "The sentence has no words."
      : known === 0
        ? `None of the sentence's ${sentence.words.length} words has an entry in the dictionary.`
        : `${known} words have an entry, but none of them is known to be of the chosen parts of speech.`;
  return {
    code: "input-invalid",
    what,
    remedy:
      known === 0
        ? "Write other words, or load a dictionary for this language."
        : "Choose more parts of speech; a dictionary without them replaces words only when all are chosen.",
    facts: { words: sentence.words.length, known },
  } as const;
}
