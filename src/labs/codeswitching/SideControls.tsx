import { readSentence } from "../../codeswitch/read-pair";
import { otherSide } from "../../codeswitch/sentence";
import type { Document } from "../../experiments/documents/codeswitching";
import { languageOf, languages } from "../../ui/languages";
import { Select } from "../../ui/Select";
import { TextArea } from "../../ui/TextArea";
import type { PanelProps } from "../lab";

interface SideControlsProps extends PanelProps<Document> {
  /** Without `other` the second language is not asked for. */
  readonly labels?: { readonly text: string; readonly own: string; readonly other?: string };
}

/** The one text that is read or switched, its language, and the other language. */
export function SideControls({
  document,
  edit,
  labels = { text: "Sentence", own: "Its language", other: "Replaced by" },
}: SideControlsProps) {
  const { matrix } = document;
  const code = document.languages[matrix];
  const words = readSentence(document.sentences[matrix], code).words.length;
  const setLanguage = (side: 0 | 1, value: string): void =>
    edit({ languages: side === 0 ? [value, document.languages[1]] : [document.languages[0], value] });
  const options = [...new Set([...languages.keys(), ...document.languages])].map((value) => ({
    value,
    label: `${languageOf(value).name} (${value})`,
  }));
  return (
    <>
      <TextArea
        label={labels.text}
        value={document.sentences[matrix]}
        lang={code}
        maxLength={6_000}
        help={`${words} ${words === 1 ? "word" : "words"}.`}
        error={words === 0 ? "Write a sentence." : undefined}
        onChange={(value, gesture) =>
          edit({ sentences: matrix === 0 ? [value, document.sentences[1]] : [document.sentences[0], value] }, gesture)
        }
      />
      <Select label={labels.own} value={code} options={options} onChange={(value) => setLanguage(matrix, value)} />
      {labels.other === undefined ? null : (
        <Select
          label={labels.other}
          value={document.languages[otherSide(matrix)]}
          options={options}
          onChange={(value) => setLanguage(otherSide(matrix), value)}
        />
      )}
    </>
  );
}
