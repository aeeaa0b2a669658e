import type { Document } from "../../../experiments/documents/tokenizers";
import { Field } from "../../../ui/Field";
import { Slider } from "../../../ui/Slider";
import { TextArea } from "../../../ui/TextArea";
import type { PanelProps } from "../../lab";
import { ModelSelect } from "../../ModelSelect";

/** The model, the text before the word, the word, and where in it the next bytes are listed. */
export function HalfWordControls({ document, edit }: PanelProps<Document>) {
  const { halfWord } = document;
  const set = (change: Partial<Document["halfWord"]>, gesture?: string) =>
    edit({ halfWord: { ...halfWord, ...change } }, gesture);
  const letters = Array.from(halfWord.word).length;
  return (
    <>
      <ModelSelect label="Model" value={halfWord.model} onChange={(model) => set({ model })} />
      <TextArea
        label="Text before the word"
        value={halfWord.before}
        maxLength={2_000}
        rows={3}
        onChange={(before, gesture) => set({ before }, gesture)}
      />
      <Field
        label="Word, given letter by letter"
        value={halfWord.word}
        maxLength={40}
        help="With the space before it, where the script has spaces."
        error={letters === 0 ? "Write a word." : undefined}
        onChange={(word, gesture) => set({ word }, gesture)}
      />
      <Slider
        label="List the next bytes after"
        value={Math.min(halfWord.given, Math.max(1, letters - 1))}
        min={0}
        max={Math.max(1, letters - 1)}
        step={1}
        unit="characters of it"
        onChange={(given, gesture) => set({ given: Math.round(given) }, gesture)}
      />
    </>
  );
}
