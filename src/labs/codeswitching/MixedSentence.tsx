import { Fragment, useState } from "react";
import type { LanguageCode } from "../../codeswitch/language";
import { LanguageTag } from "../../ui/LanguageTag";
import { languageOf, languageStyle } from "../../ui/languages";
import { Readout } from "../../ui/Readout";
import type { GeneratedSentence, GeneratedWord } from "./result";

interface Run {
  readonly start: number;
  readonly side: 0 | 1;
  readonly language: LanguageCode;
  readonly words: readonly GeneratedWord[];
}

interface MixedSentenceProps {
  readonly sentence: GeneratedSentence;
  readonly languages: readonly [LanguageCode, LanguageCode];
}

/** A switched sentence: each run in its language's hue, tagged, the other language underlined; reasons at the switches. */
export function MixedSentence({ sentence, languages }: MixedSentenceProps) {
  const [shown, setShown] = useState<{ readonly anchor: Element; readonly after: number } | null>(null);
  const reason = sentence.switches.find(({ after }) => after === shown?.after)?.reason;
  return (
    <p className="mixed" dir={languageOf(languages[sentence.words[0]?.side ?? 0]).direction}>
      {runsOf(sentence.words, languages).map((run) => {
        const place = sentence.switches.find(({ after }) => after === run.start - 1);
        const code = run.language;
        return (
          <Fragment key={run.start}>
            {place === undefined ? null : (
              <button
                type="button"
                className="mixed-switch"
                aria-label={`Switch to ${languageOf(code).name}: ${place.reason}`}
                onFocus={(event) => setShown({ anchor: event.currentTarget, after: place.after })}
                onBlur={() => setShown(null)}
                onPointerEnter={(event) => setShown({ anchor: event.currentTarget, after: place.after })}
                onPointerLeave={() => setShown(null)}
              >
                |
              </button>
            )}
            <LanguageTag code={code} />
            <bdi className="mixed-run" data-side={run.side} lang={code} style={languageStyle(code)}>
              {run.words
                .map((word) => word.written)
                .join("")
                .trimEnd()}
            </bdi>{" "}
          </Fragment>
        );
      })}
      <Readout anchor={shown?.anchor ?? null} id="switch-reason">
        <span>{reason}</span>
      </Readout>
    </p>
  );
}

/** A word of no language, such as a number, is of the run before it, or of the first one. */
function runsOf(words: readonly GeneratedWord[], languages: MixedSentenceProps["languages"]): readonly Run[] {
  const runs: Run[] = [];
  for (const [index, word] of words.entries()) {
    const last = runs.at(-1);
    if (last !== undefined && (word.language ?? last.language) === last.language) {
      runs[runs.length - 1] = { ...last, words: [...last.words, word] };
    } else {
      const { side, language } =
        word.language === null ? (words.find(({ language }) => language !== null) ?? word) : word;
      runs.push({ start: index, side, language: language ?? languages[side], words: [word] });
    }
  }
  return runs;
}
