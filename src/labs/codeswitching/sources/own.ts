import { readOwnText } from "../../../codeswitch/word-language/own-text";
import { canTellApart } from "../../../codeswitch/word-language/tag";
import type { Document } from "../../../experiments/documents/codeswitching";
import { otherSide } from "../../../codeswitch/sentence";
import { LabError } from "../../../result";
import { languageOf } from "../../../ui/languages";
import { writtenSentence } from "../measured";
import { OwnTextControls } from "../OwnTextControls";
import type { ReplacedResult } from "../result";
import { loadWordLanguages } from "../word-languages";
import type { Source } from "./source";

export const own: Source = {
  id: "own",
  name: "A text of your own",
  rule: "Mixed text is given, a sentence a line, and a program tells the languages of its words apart: by script, by n-grams and known words, and by the words around. Hindi may be in Latin letters.",
  reference: "Rabiner 1989 for the chain; trained for this lab",
  Controls: OwnTextControls,
  run,
};

async function* run({ languages: codes, sentences, matrix, seed }: Document): AsyncGenerator<ReplacedResult, void> {
  const languages = [codes[matrix], codes[otherSide(matrix)]] as const;
  const lines = sentences[matrix]
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /\p{L}/u.test(line));
  if (lines.length === 0) throw new LabError(noWords);
  if (!canTellApart(...languages)) throw new LabError(cannotTell(languages));
  const model = await loadWordLanguages();
  const read = [...new Set(lines)].map((line) => writtenSentence(readOwnText(line, languages, model), languages));
  const words = read.flatMap((sentence) => sentence.words);
  const spoken = words.filter(({ language }) => language !== null);
  const switches = read.reduce((sum, sentence) => sum + sentence.switches.length, 0);
  yield {
    source: "own",
    seed,
    note: `${spoken.filter(({ side }) => side === 0).length} words are in the main language, ${spoken.filter(({ side }) => side === 1).length} in the other, ${words.length - spoken.length} in neither; the language changes ${switches === 1 ? "once" : `${switches} times`}.`,
    groups: [{ languages, sentences: read, masked: [] }],
  };
}

function cannotTell([first, second]: readonly [string, string]) {
  return {
    code: "input-invalid",
    what: `Words of ${languageOf(first).name} and ${languageOf(second).name} cannot be told apart: they share a script, and the lab's table knows no two such languages.`,
    remedy: "Choose two of English, German, Spanish, Turkish and Hindi, or languages of different scripts.",
    facts: { first, second },
  } as const;
}

const noWords = {
  code: "input-invalid",
  what: "The text has no words.",
  remedy: "Write or paste mixed text, a sentence a line.",
} as const;
