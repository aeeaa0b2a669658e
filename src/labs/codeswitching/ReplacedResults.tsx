import { languageOf } from "../../ui/languages";
import { Figure } from "../../ui/Figure";
import { showFixed } from "../../ui/Table";
import { MeasureTable } from "./MeasureTable";
import { MixedSentence } from "./MixedSentence";
import { PhraseCount } from "./PhraseCount";
import type { ReplacedResult } from "./result";
import type { OwnProps } from "./Results";
import { TakeAlong } from "./TakeAlong";

/** Sentences beyond these are in the table and in the files. */
const shownSentences = 12;

/** Of the lexicon, of entities and of a given text: the sentences, each with its reasons, and what was masked. */
export function ReplacedResults({ document, result }: OwnProps<ReplacedResult>) {
  return (
    <>
      <p className="switching-headline">{result.note}</p>
      {result.groups.map(({ languages, further = [], sentences, masked }) => (
        <Figure
          name="sentences"
          key={languages[1]}
          caption={`${languageOf(languages[0]).name} with words of ${[languages[1], ...further].map((code) => languageOf(code).name).join(", ")}. ${result.source === "own" ? "As it was given; a program told the languages apart." : "Written by a rule, not spoken by anyone."}${sentences.length > shownSentences ? ` The first ${shownSentences} of ${sentences.length} are shown.` : ""}`}
        >
          <ol className="batch">
            {sentences.slice(0, shownSentences).map((sentence) => (
              <li key={sentence.text}>
                <MixedSentence sentence={sentence} languages={languages} />
                <p className="batch-measures numeric">
                  CMI {showFixed(sentence.measures["cmi"], 1)}
                  <span> · {sentence.switches.length === 1 ? "1 switch" : `${sentence.switches.length} switches`}</span>
                  <span> · M-index {showFixed(sentence.measures["m-index"], 2)}</span>
                  <PhraseCount sentence={sentence} />
                </p>
              </li>
            ))}
          </ol>
          {masked.length === 0 ? null : (
            <p className="masked" aria-label="What a masked language model would be given">
              {masked.map(({ text, action }, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a token is known by its place
                <span key={index} data-action={action} title={action === "none" ? undefined : action}>
                  {text}{" "}
                </span>
              ))}
            </p>
          )}
        </Figure>
      ))}
      <MeasureTable
        rows={result.groups
          .flatMap(({ sentences }) => sentences)
          .map((sentence, index) => ({ asked: null, number: index + 1, sentence }))}
        provenance={[
          result.source === "own"
            ? "A given text, languages of words told apart by a program"
            : `Code-switching by ${result.source}, seed ${result.seed}, synthetic`,
        ]}
      />
      <TakeAlong document={document} result={result} />
    </>
  );
}
