import { Suspense } from "react";
import type { Document } from "../../experiments/documents/steering";
import { storyTraits } from "../../experiments/documents/story-traits";
import { languageOf } from "../../ui/languages";
import { Segmented } from "../../ui/Segmented";
import { Select } from "../../ui/Select";
import { TextArea } from "../../ui/TextArea";
import type { PanelProps } from "../lab";
import { parallelLanguages } from "../../data/parallel-languages";
import { Details } from "../../ui/Details";
import { lazily } from "../../ui/lazily";
import { linesOf } from "./settings";
import { storyLanguages, traitEnds } from "./traits";

/** Fetched with its disclosure. */
const TextWriter = lazily(async () => ({ default: (await import("./generated/TextWriter")).TextWriter }));

/** The two sets between which the direction runs: parallel sentences of two languages, stories, or the user's own. */
export function TextSetControls({ document, edit }: PanelProps<Document>) {
  const languages = [...new Set([...parallelLanguages, document.source, document.target])].map((code) => ({
    value: code,
    label: `${languageOf(code).name} (${code})`,
  }));
  return (
    <>
      {document.texts === "stories" ? (
        <StoryControls document={document} edit={edit} />
      ) : (
        <>
          <Select
            label="Away from"
            value={document.source}
            options={languages}
            onChange={(source) => edit({ source })}
          />
          <Select label="Towards" value={document.target} options={languages} onChange={(target) => edit({ target })} />
        </>
      )}
      <Segmented
        label="Texts that show the difference"
        value={document.texts}
        options={[
          { value: "parallel", label: "parallel sentences" },
          { value: "stories", label: "stories" },
          { value: "own", label: "own texts" },
        ]}
        onChange={(texts) => edit({ texts })}
      />
      {document.texts === "own" ? (
        <>
          <Details summary="Let the model write them">
            <Suspense>
              <TextWriter document={document} edit={edit} />
            </Suspense>
          </Details>
          <OwnTexts
            label="Away from"
            lang={document.source}
            value={document.sourceTexts}
            onChange={(sourceTexts, gesture) => edit({ sourceTexts }, gesture)}
          />
          <OwnTexts
            label="Towards"
            lang={document.target}
            value={document.targetTexts}
            onChange={(targetTexts, gesture) => edit({ targetTexts }, gesture)}
          />
        </>
      ) : null}
    </>
  );
}

function StoryControls({ document, edit }: PanelProps<Document>) {
  return (
    <>
      <Select
        label="From … to …"
        value={document.trait}
        options={storyTraits.map((trait) => ({ value: trait, label: traitEnds[trait].join(" to ") }))}
        onChange={(trait) => edit({ trait })}
      />
      <Select
        label="Stories in"
        value={document.storyLanguage}
        options={[
          ...storyLanguages.map((code) => ({ value: code as string, label: `${languageOf(code).name} (${code})` })),
          { value: "mul", label: "all five, in turn" },
        ]}
        onChange={(storyLanguage) => edit({ storyLanguage })}
      />
    </>
  );
}

interface OwnTextsProps {
  readonly label: string;
  readonly lang: string;
  readonly value: string;
  readonly onChange: (value: string, gesture: string) => void;
}

function OwnTexts({ label, lang, value, onChange }: OwnTextsProps) {
  const count = linesOf(value).length;
  return (
    <TextArea
      label={`${label}, one text a line`}
      value={value}
      lang={lang}
      rows={5}
      maxLength={20_000}
      help={`${count} ${count === 1 ? "text" : "texts"}. A quarter is held out to judge the direction.`}
      error={count < 2 ? "Give at least two texts; ten or more make a direction that holds on new ones." : undefined}
      onChange={onChange}
    />
  );
}
