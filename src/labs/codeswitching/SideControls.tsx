import { readSentence } from "../../codeswitch/read-pair";
import { otherSide } from "../../codeswitch/sentence";
import type { Document } from "../../experiments/documents/codeswitching";
import { languageOf, languages } from "../../ui/languages";
import { Select } from "../../ui/Select";
import { TextArea } from "../../ui/TextArea";
import type { PanelProps } from "../lab";

/** The one sentence that is switched, and the language it is switched to. */
export function SideControls({ document, edit, target = true }: PanelProps<Document> & { readonly target?: boolean }) {
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
        label="Sentence"
        value={document.sentences[matrix]}
        lang={code}
        maxLength={6_000}
        help={`${words} ${words === 1 ? "word" : "words"}.`}
        error={words === 0 ? "Write a sentence." : undefined}
        onChange={(value, gesture) =>
          edit({ sentences: matrix === 0 ? [value, document.sentences[1]] : [document.sentences[0], value] }, gesture)
        }
      />
      <Select label="Its language" value={code} options={options} onChange={(value) => setLanguage(matrix, value)} />
      {target ? (
        <Select
          label="Replaced by"
          value={document.languages[otherSide(matrix)]}
          options={options}
          onChange={(value) => setLanguage(otherSide(matrix), value)}
        />
      ) : null}
    </>
  );
}
