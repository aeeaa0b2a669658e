import { inflectedReplacer } from "../../../../codeswitch/dictionary/inflected";
import { museReplacer } from "../../../../codeswitch/dictionary/muse";
import type { Replacer } from "../../../../codeswitch/dictionary/replacer";
import { generateFromLexicon } from "../../../../codeswitch/generate/lexicon";
import { placesOfReplaced } from "../../../../codeswitch/phrases/places";
import { readSentence } from "../../../../codeswitch/read-pair";
import { otherSide, type SwitchedSentence } from "../../../../codeswitch/sentence";
import type { UniversalTag } from "../../../../codeswitch/tags";
import { isStoryLanguage, loadLexicon, storyLanguages } from "../../../../data/lexicon";
import type { Document } from "../../../../experiments/documents/codeswitching";
import { fail, ok, type Result, unwrap } from "../../../../result";
import { languageOf } from "../../../../ui/languages";
import { measuredReplaced } from "../../measured";
import { ownDictionaries } from "../../own-dictionaries";
import { phrasesOfSentence } from "../../phrases";
import type { GeneratedSentence, ReplacedResult } from "../../result";
import { sum } from "../../../../vectors";

/** Draws with neighbouring seeds until there are `count` different sentences, or so many draws have brought nothing new. */
const idleDraws = 40;

/** One sentence with words replaced, drawn until there are as many different ones as are asked for, or none comes any more. */
export async function* runLexicon(document: Document): AsyncGenerator<ReplacedResult, void> {
  const { matrix, seed, count } = document;
  const languages = [document.languages[matrix], document.languages[otherSide(matrix)]] as const;
  const further = document.further.map(({ language }) => language);
  const sentence = readSentence(document.sentences[matrix], languages[0]);
  const replacers = [
    unwrap(await replacerOf(document.dictionary, languages)),
    ...(await Promise.all(
      further.map(async (language) => unwrap(await replacerOf("lexicon", [languages[0], language]))),
    )),
  ];
  const phrases = document.phrases === "ignored" ? undefined : await phrasesOfSentence(sentence);
  const request = {
    ...unwrap(sharesOf(document)),
    ...tagsOf(document),
    ...(phrases === undefined || document.phrases !== "whole" ? {} : { phrases }),
  };
  const sentences = new Map<string, GeneratedSentence>();
  let note = "";
  for (let draw = 0, idle = 0; sentences.size < count && idle < idleDraws; draw += 1) {
    const drawn = unwrap(generateFromLexicon(sentence, replacers, { ...request, seed: seed + draw }));
    const by = further.length === 0 ? "" : ` (in the first, ${countsOf(drawn.sentence, [languages[1], ...further])})`;
    note ||= `${drawn.candidates} of ${sentence.words.length} words can be replaced; ${drawn.replaced} are, in each sentence${by}.`;
    idle = sentences.has(drawn.sentence.text) ? idle + 1 : 0;
    const made = measuredReplaced(drawn.sentence, languages);
    sentences.set(
      made.text,
      phrases === undefined ? made : { ...made, phrases: placesOfReplaced(phrases, drawn.sentence) },
    );
  }
  const group = { languages, sentences: [...sentences.values()], masked: [] };
  yield { source: "lexicon", seed, note, groups: [further.length === 0 ? group : { ...group, further }] };
}

/** The share that is replaced, and each language's part of it where there are several. */
function sharesOf({
  ratio,
  further,
}: Document): Result<{ readonly ratio: number; readonly parts?: readonly number[] }> {
  const ratios = [ratio, ...further.map((one) => one.ratio)];
  const total = sum(ratios);
  if (total > 100) {
    return fail({
      code: "input-invalid",
      what: `The languages are to replace ${ratios.join(" + ")} = ${total} % of the words.`,
      remedy: "Lower the shares until they sum to 100 % at most.",
      facts: { total },
    });
  }
  if (further.length === 0) return ok({ ratio: ratio / 100 });
  return ok({ ratio: total / 100, parts: ratios.map((value) => (total === 0 ? 0 : value / total)) });
}

function tagsOf({ tags }: Document): { readonly tags?: ReadonlySet<UniversalTag> } {
  return tags.length === 0 ? {} : { tags: new Set(tags) };
}

function countsOf({ words }: SwitchedSentence, codes: readonly string[]): string {
  const count = (code: string) => words.filter(({ language }) => language === code).length;
  return codes.map((code) => `${count(code)} ${languageOf(code).name}`).join(", ");
}

async function replacerOf(id: string, [from, to]: readonly [string, string]): Promise<Result<Replacer>> {
  if (id !== "lexicon") {
    const own = ownDictionaries.getState().get(id);
    if (own !== undefined) return ok(museReplacer(own, to));
    return fail({
      code: "input-invalid",
      what: `The dictionary ${id.replace(/^own:/, "")} is not in this page.`,
      remedy: "Choose its file again, or the embedded lexicon: a link carries only the dictionary’s name.",
      facts: { dictionary: id },
    });
  }
  if (isStoryLanguage(from) && isStoryLanguage(to) && from !== to) {
    return ok(inflectedReplacer(await loadLexicon(), from, to));
  }
  return fail({
    code: "input-invalid",
    what: `The embedded lexicon has no words from ${languageOf(from).name} to ${languageOf(to).name}.`,
    remedy: `Choose two of ${storyLanguages.map((code) => languageOf(code).name).join(", ")}, or load a dictionary in MUSE’s format.`,
    facts: { from, to },
  });
}
