import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { parsePharaoh, printPharaoh, toggleLink } from "../../codeswitch/alignment";
import type { BilingualTree, SidePhrases } from "../../codeswitch/bilingual";
import { theoryProblem } from "../../codeswitch/generate/grammar";
import { readPair, readSentence } from "../../codeswitch/read-pair";
import type { Document } from "../../experiments/documents/codeswitching";
import { fail, type Result } from "../../result";
import { ProblemNote } from "../../ui/ProblemNote";
import type { BenchProps } from "../lab";
import { AlignmentFigure } from "./AlignmentFigure";
import { writtenPair } from "./pair";
import { PlaceList } from "./PlaceList";
import { placesOf } from "./places";
import type { CodeSwitchingResult } from "./result";
import { tagsByWord } from "./tags-by-word";

/** More words than this are listed, not drawn. */
const drawnWords = 80;

/** The pair that the grammar works on; the other sources take one sentence, or many pairs. */
export function Bench(props: BenchProps<Document, CodeSwitchingResult>) {
  return props.document.source === "grammar" ? <PairBench {...props} /> : null;
}

/** Sentences, links, and every place between words judged while one edits. */
function PairBench({ document: latest, edit }: BenchProps<Document, CodeSwitchingResult>) {
  const document = useDeferredValue(latest);
  const held = useHeld(document);
  const read = useMemo(() => readForTheory(document, held), [document, held]);
  const sentences = useMemo(
    () =>
      [
        readSentence(document.sentences[0], document.languages[0]),
        readSentence(document.sentences[1], document.languages[1]),
      ] as const,
    [document.sentences, document.languages],
  );
  const alignment = useMemo(
    () => parsePharaoh(document.alignment, [sentences[0].words.length, sentences[1].words.length]),
    [document.alignment, sentences],
  );
  const places = useMemo(() => (read.ok ? placesOf(read.value, document) : []), [read, document]);
  const tags = useMemo(() => (read.ok ? tagsByWord(read.value) : ([[], []] as const)), [read]);
  const drawable = Math.max(sentences[0].words.length, sentences[1].words.length) <= drawnWords;

  return (
    <section className="stack" aria-label="Sentence pair">
      {read.ok ? null : <ProblemNote problem={read.problem} />}
      {drawable && sentences.every(({ words }) => words.length > 0) ? (
        <AlignmentFigure
          sentences={sentences}
          alignment={alignment.ok ? alignment.value : []}
          tags={tags}
          places={places}
          onToggle={(link) => {
            const links = alignment.ok ? alignment.value : [];
            edit({ alignment: printPharaoh(toggleLink(links, link)) });
          }}
        />
      ) : null}
      {drawable ? null : (
        <p className="note">
          The figure draws up to {drawnWords} words a sentence. Longer pairs are judged and counted all the same; edit
          their links as text.
        </p>
      )}
      {places.length === 0 ? null : <PlaceList places={places} document={document} />}
    </section>
  );
}

/** The phrases that are kept whole, once they are found: the lexicon may have to be fetched for them. */
function useHeld(document: Document): SidePhrases | undefined {
  const [found, setFound] = useState<{ readonly of: Document; readonly phrases: SidePhrases }>();
  useEffect(() => {
    let left = false;
    if (document.phrases === "whole") {
      import("./phrases")
        .then(({ phrasesOfPair }) => phrasesOfPair(writtenPair(document), document.matrix))
        .then((phrases) => (left ? undefined : setFound({ of: document, phrases })))
        .catch(() => undefined);
    }
    return () => {
      left = true;
    };
  }, [document]);
  return document.phrases === "whole" && found?.of === document ? found.phrases : undefined;
}

function readForTheory(document: Document, held: SidePhrases | undefined): Result<BilingualTree> {
  const read = readPair(writtenPair(document), document.theory, held);
  const problem = read.ok ? theoryProblem(read.value, document.theory) : undefined;
  return problem === undefined ? read : fail(problem);
}
