import { Details } from "../../ui/Details";
import { Figure } from "../../ui/Figure";
import { showFixed } from "../../ui/Table";
import { MixedSentence } from "./MixedSentence";
import { PhraseCount } from "./PhraseCount";
import type { Batch, GeneratedSentence, GrammarResult } from "./result";
import { WordByWord } from "./WordByWord";
import { askable, measuredPercent } from "./wording";

/** Sentences beyond these are in the table and in the files. */
const shownSentences = 12;

/** The sentences nearest to one request, each with what was measured beside what was asked for. */
export function BatchFigure({ batch, result }: { readonly batch: Batch; readonly result: GrammarResult }) {
  const { name } = askable[result.measure];
  const percentOf = (sentence: GeneratedSentence) => measuredPercent(result.measure, sentence, result.matrix);
  const shown = batch.sentences.slice(0, shownSentences);
  const mean = batch.sentences.reduce((sum, sentence) => sum + percentOf(sentence), 0) / batch.sentences.length;
  return (
    <Figure
      name="sentences"
      caption={`${batch.sentences.length === 1 ? "The sentence" : `${batch.sentences.length} sentences`} nearest to ${name} ${showFixed(batch.target, 0)}: measured ${showFixed(mean, 1)} on average. ${result.enumerated ? "All allowed sentences were compared." : "There are too many to list, so they were drawn towards the request and the nearest kept."} Generated from a sentence pair, not spoken by anyone.${batch.sentences.length > shown.length ? ` The first ${shown.length} are shown.` : ""}`}
    >
      <h2 className="batch-title">
        {name.charAt(0).toUpperCase() + name.slice(1)} {showFixed(batch.target, 0)} asked
      </h2>
      <ol className="batch">
        {shown.map((sentence) => (
          <li key={sentence.text}>
            <MixedSentence sentence={sentence} languages={result.languages} />
            <p className="batch-measures numeric">
              {name} {showFixed(percentOf(sentence), 1)}
              <span> · {sentence.switches.length === 1 ? "1 switch" : `${sentence.switches.length} switches`}</span>
              <span> · M-index {showFixed(sentence.measures["m-index"], 2)}</span>
              <span> · burstiness {showFixed(sentence.measures["burstiness"], 2)}</span>
              <PhraseCount sentence={sentence} />
            </p>
          </li>
        ))}
      </ol>
      {shown[0] === undefined ? null : (
        <Details summary="The first, word by word">
          <WordByWord sentence={shown[0]} result={result} />
        </Details>
      )}
    </Figure>
  );
}
