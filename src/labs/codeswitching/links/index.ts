import { parsePharaoh } from "../../../codeswitch/alignment";
import { alignByMeaning } from "../../../codeswitch/aligner/lexicon";
import { isStoryLanguage, loadLexicon, storyLanguages } from "../../../data/lexicon";
import { LabError, unwrap } from "../../../result";
import { languageOf } from "../../../ui/languages";
import { pairOfDocument } from "../pair";
import type { Aligner } from "./aligner";
import { learntLinks } from "./learnt";
import { linksByModel } from "./read-by-model";
import { wordPair } from "./words";

/** Every way to propose links, in the order the lab offers them. */
export const aligners: readonly Aligner[] = [
  {
    id: "learnt",
    name: "IBM Model 1",
    rule: "Learns which words stand together, in both directions, from the lab’s parallel sentences, pairs pasted below and this pair.",
    asksModel: false,
    longest: 3_000,
    async propose(document) {
      const { links, learntFrom } = await learntLinks(document);
      return {
        links,
        note: `Learnt from this pair and ${learntFrom} others: expect a third to be wrong, and correct them in the figure.`,
      };
    },
  },
  {
    id: "argmax",
    name: "SimAlign, argmax",
    rule: "Links words whose hidden states in a model are each other’s most similar.",
    asksModel: true,
    longest: 1_000,
    propose: (document, tools) => linksByModel(document, tools, "argmax"),
  },
  {
    id: "itermax",
    name: "SimAlign, itermax",
    rule: "The same, and then once more for words that have no link yet.",
    asksModel: true,
    longest: 1_000,
    propose: (document, tools) => linksByModel(document, tools, "itermax"),
  },
  {
    id: "lexicon",
    name: "Embedded lexicon",
    rule: "Links words, in any form, that the lexicon has for the same concept; function words mostly stay without a link.",
    asksModel: false,
    longest: 6_000,
    async propose(document) {
      const [first, second] = document.languages;
      if (!isStoryLanguage(first) || !isStoryLanguage(second)) throw new LabError(noLexicon(first, second));
      const lexicon = await loadLexicon();
      const links = alignByMeaning(
        wordPair(document),
        (word, side) =>
          new Set(lexicon.lookUp(side === 0 ? first : second, word).map(({ concept, upos }) => `${concept} ${upos}`)),
      );
      return { links, note: `${links.length} words have an entry that means the same; link the others in the figure.` };
    },
  },
  {
    id: "gold",
    name: "By hand, of the shipped pair",
    rule: "The links that were written with the pair.",
    asksModel: false,
    longest: Infinity,
    propose(document) {
      const pair = pairOfDocument(document);
      if (pair === undefined) return Promise.reject(new LabError(noGold));
      const [first, second] = wordPair(document);
      const links = unwrap(parsePharaoh(pair.alignment, [first.length, second.length]));
      return Promise.resolve({ links, note: "As they were written by hand." });
    },
  },
];

function noLexicon(first: string, second: string) {
  return {
    code: "input-invalid",
    what: `The lexicon has no words of ${languageOf(first).name} and ${languageOf(second).name} together.`,
    remedy: `It has ${storyLanguages.map((code) => languageOf(code).name).join(", ")}; take another way to link.`,
    facts: { first, second },
  } as const;
}

const noGold = {
  code: "input-invalid",
  what: "These sentences are no shipped pair, so no links were written for them.",
  remedy: "Take another way to link, or write the links in the figure.",
} as const;
