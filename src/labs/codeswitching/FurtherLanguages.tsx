import { storyLanguages } from "../../data/lexicon";
import type { Document } from "../../experiments/documents/codeswitching";
import { Button } from "../../ui/Button";
import { languageOf } from "../../ui/languages";
import { Select } from "../../ui/Select";
import { Slider } from "../../ui/Slider";
import type { PanelProps } from "../lab";

/** Languages that the lexicon brings into one sentence together, each with its share of the words. */
export function FurtherLanguages({ document, edit }: PanelProps<Document>) {
  const { further, languages } = document;
  const free = storyLanguages.filter(
    (code) => !languages.includes(code) && !further.some(({ language }) => language === code),
  );
  const next = free[0];
  const sum = further.reduce((total, { ratio }) => total + ratio, document.ratio);
  return (
    <>
      {further.map(({ language, ratio }, index) => (
        <div key={language} className="stack-close">
          <Select
            label="Also by"
            value={language}
            options={[language, ...free].map((code) => ({ value: code, label: languageOf(code).name }))}
            onChange={(code) => edit({ further: further.with(index, { language: code, ratio }) })}
          />
          <Slider
            label={`Replaced by ${languageOf(language).name}`}
            value={ratio}
            min={0}
            max={100}
            step={5}
            unit="%"
            help={sum > 100 ? `The shares sum to ${sum} %: lower them to 100 % at most.` : undefined}
            onChange={(value, gesture) => edit({ further: further.with(index, { language, ratio: value }) }, gesture)}
          />
        </div>
      ))}
      <div className="row">
        {next === undefined || further.length === 3 ? null : (
          <Button
            kind="quiet"
            onClick={() =>
              edit({ further: [...further, { language: next, ratio: Math.max(0, Math.min(20, 100 - sum)) }] })
            }
          >
            Another language
          </Button>
        )}
        {further.length === 0 ? null : (
          <Button kind="quiet" onClick={() => edit({ further: further.slice(0, -1) })}>
            Without {languageOf(further.at(-1)!.language).name}
          </Button>
        )}
      </div>
    </>
  );
}
