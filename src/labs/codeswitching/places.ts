import type { BilingualTree } from "../../codeswitch/bilingual";
import { judgePoints } from "../../codeswitch/points";
import { explain, namedWords } from "../../codeswitch/reasons";
import type { Side } from "../../codeswitch/sentence";
import type { Document } from "../../experiments/documents/codeswitching";
import { languageOf } from "../../ui/languages";
import type { PlaceResult } from "./result";

/** The sentences whose places are judged: both, or only the matrix sentence, whose order the matrix language frame keeps. */
export function judgedSides(document: Pick<Document, "theory" | "matrix">): readonly Side[] {
  return document.theory === "matrix-language" ? [document.matrix] : [0, 1];
}

/** Every place between two words under a document's theory, with its reason in words. */
export function placesOf(
  pair: BilingualTree,
  document: Pick<Document, "theory" | "matrix" | "freeMorpheme">,
): readonly PlaceResult[] {
  const names = namesOf(pair);
  return judgedSides(document).flatMap((side) =>
    judgePoints(pair, document.theory, side, document.matrix, document.freeMorpheme).map(({ after, legal, reason }) => {
      const { words } = pair.sentences[side];
      return {
        side,
        after,
        words: [words[after]!.text, words[after + 1]!.text] as const,
        legal,
        rule: reason.kind,
        reason: explain(reason, names),
        named: namedWords(reason).map(({ side, index }) => ({ side, index })),
      };
    }),
  );
}

/** English names of the two languages. */
export function namesOf(pair: BilingualTree): readonly [string, string] {
  return [languageOf(pair.sentences[0].language).name, languageOf(pair.sentences[1].language).name];
}
