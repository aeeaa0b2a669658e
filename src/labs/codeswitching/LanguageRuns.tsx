import { type LanguageCode, scriptOf } from "../../codeswitch/language";
import { LanguageTag } from "../../ui/LanguageTag";
import { languageOf, languageStyle } from "../../ui/languages";

interface RunWord {
  readonly written: string;
  readonly language: LanguageCode | null;
}

/** Words in their languages: each run in its language's hue and tagged. Words that `isMarked` names are underlined. */
export function LanguageRuns({
  words,
  isMarked,
}: {
  readonly words: readonly RunWord[];
  readonly isMarked?: (index: number) => boolean;
}) {
  return runsOf(words).map(({ language, start, texts }) => (
    <span key={start}>
      {language === null ? null : <LanguageTag code={language} />}
      <bdi
        className={language === null ? undefined : "mixed-run"}
        lang={language ?? undefined}
        dir={language === null ? undefined : languageOf(language).direction}
        style={language === null ? undefined : languageStyle(language)}
      >
        {texts.map((text, offset) => (
          // oxlint-disable-next-line react/no-array-index-key -- words may repeat; their place is their identity
          <span key={offset} className={isMarked?.(start + offset) ? "off-plan" : undefined}>
            {text}
          </span>
        ))}
      </bdi>
    </span>
  ));
}

interface Run {
  readonly language: LanguageCode | null;
  readonly start: number;
  readonly texts: readonly string[];
}

/** Numbers and signs belong to the run before them; a word in a script of none of the languages to none. */
function runsOf(words: readonly RunWord[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [index, { written, language }] of words.entries()) {
    const last = runs.at(-1);
    const continues = language === last?.language || (language === null && scriptOf(written) === "Zyyy");
    if (last !== undefined && continues) {
      runs[runs.length - 1] = { ...last, texts: [...last.texts, written] };
    } else runs.push({ language, start: index, texts: [written] });
  }
  return runs;
}
