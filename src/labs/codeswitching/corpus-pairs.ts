import { printPharaoh } from "../../codeswitch/alignment";
import type { WordPair } from "../../codeswitch/aligner/ibm1";
import { type UniversalTag, universalTag } from "../../codeswitch/tags";
import { splitWords } from "../../codeswitch/words";
import { isStoryLanguage, type StoryLanguage, storyLanguages } from "../../data/lexicon";
import { alignmentOf, loadStories, type StorySentence, type StoryTopic } from "../../data/stories";
import type { Document } from "../../experiments/documents/codeswitching";
import { fail, ok, type Result } from "../../result";
import { turns } from "../../turns";
import { languageOf } from "../../ui/languages";

export interface CorpusPair {
  /** Where it comes from: a story's number and sentence, or a line. */
  readonly id: string;
  readonly sentences: readonly [string, string];
  /** Of a story; absent of pairs of one's own. */
  readonly topic?: StoryTopic;
  /** Pharaoh format. */
  readonly alignment: string;
  /** Parts of speech of the words, by side, where the pair was written with them. */
  readonly tags?: readonly [readonly UniversalTag[], readonly UniversalTag[]];
}

/** The pairs of a document's corpus: its own lines, or the parallel stories with the links they were made with. */
export async function corpusPairs(
  document: Pick<Document, "pairs" | "languages">,
): Promise<Result<readonly CorpusPair[]>> {
  const { pairs, languages } = document;
  return pairs.trim() === "" ? storyPairs(languages) : ownPairs(pairs, languages);
}

async function storyPairs([first, second]: Document["languages"]): Promise<Result<readonly CorpusPair[]>> {
  if (!isStoryLanguage(first) || !isStoryLanguage(second) || first === second) {
    return fail({
      code: "input-invalid",
      what: `There are no stories in ${languageOf(first).name} and ${languageOf(second).name}.`,
      remedy: `Choose two of ${storyLanguages.map((code) => languageOf(code).name).join(", ")}, or paste pairs of your own.`,
      facts: { first, second },
    });
  }
  const pairs: CorpusPair[] = [];
  const turn = turns();
  for (const { seed, texts, attributes } of await loadStories()) {
    await turn();
    for (const [index, one] of texts[first].entries()) {
      const other = texts[second][index]!;
      const places = [placesOf(one, first), placesOf(other, second)] as const;
      const links = alignmentOf(one, other).flatMap(([here, there]) => {
        const [from, to] = [places[0].get(here), places[1].get(there)];
        return from === undefined || to === undefined ? [] : [{ first: from, second: to }];
      });
      pairs.push({
        id: `story ${seed}, sentence ${index + 1}`,
        topic: attributes.topic,
        sentences: [one.text, other.text],
        alignment: printPharaoh(links),
        tags: [tagsOf(one, places[0]), tagsOf(other, places[1])],
      });
    }
  }
  return ok(pairs);
}

/** For each of a story's words the number of the written word that holds it: signs stand apart in stories. */
function placesOf(sentence: StorySentence, language: StoryLanguage): ReadonlyMap<number, number> {
  const written = splitWords(sentence.text, language);
  const places = new Map<number, number>();
  let from = 0;
  for (const [index, { form }] of sentence.words.entries()) {
    const at = sentence.text.indexOf(form, from);
    from = at + form.length;
    const place = written.findIndex(({ start, text }) => at < start + text.length && at + form.length > start);
    if (place >= 0) places.set(index, place);
  }
  return places;
}

/** By written word the part of speech of the first of a story's words in it. */
function tagsOf({ words }: StorySentence, places: ReadonlyMap<number, number>): readonly UniversalTag[] {
  const tags: UniversalTag[] = [];
  for (const [index, place] of places) tags[place] ??= universalTag(words[index]!.upos);
  return Array.from(tags, (tag) => tag ?? "X");
}

/** Lines of two sentences with a tab between; the links in a third field, else by IBM Model 1 over all lines. */
async function ownPairs(text: string, languages: Document["languages"]): Promise<Result<readonly CorpusPair[]>> {
  const lines = text.split("\n").map((line) => line.replace(/\r$/, "").split("\t"));
  const written = lines.flatMap((fields, index) =>
    fields.join("").trim() === "" ? [] : [{ line: index + 1, fields }],
  );
  const ragged = written.find(
    ({ fields }) => fields.length < 2 || fields.length > 3 || fields[0]!.trim() === "" || fields[1]!.trim() === "",
  );
  if (ragged !== undefined) {
    return fail({
      code: "input-invalid",
      what: `Line ${ragged.line} is not two sentences with a tab between them, and perhaps links.`,
      remedy:
        "Write the first sentence, a tab, the second sentence; links such as 0-0 1-2 may follow after another tab.",
      facts: { line: ragged.line },
    });
  }
  const words = written.map(
    ({ fields }): WordPair => [wordsOf(fields[0]!, languages[0]), wordsOf(fields[1]!, languages[1])],
  );
  const { trainAligner } = await import("../../codeswitch/aligner/propose");
  const propose = written.some(({ fields }) => fields[2] === undefined) ? trainAligner(words) : undefined;
  return ok(
    written.map(({ line, fields: [first, second, links] }, index) => ({
      id: `line ${line}`,
      sentences: [first!, second!],
      alignment: links ?? printPharaoh(propose!(words[index]!)),
    })),
  );
}

function wordsOf(text: string, language: string): readonly string[] {
  return splitWords(text, language).map((word) => word.text);
}
