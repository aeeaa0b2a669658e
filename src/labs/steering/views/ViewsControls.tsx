import type { Document } from "../../../experiments/documents/steering";
import type { Views } from "../../../experiments/documents/steering-views";
import { Slider } from "../../../ui/Slider";
import { TextArea } from "../../../ui/TextArea";
import type { PanelProps } from "../../lab";
import { ModelSelect } from "../../ModelSelect";

/** Which model is looked into, at which text, and where. */
export function ViewsControls({ document, edit }: PanelProps<Document>) {
  const { views } = document;
  const change = (part: Partial<Views>, gesture?: string) => edit({ views: { ...views, ...part } }, gesture);
  return (
    <>
      <ModelSelect label="Model" value={document.model} onChange={(model) => edit({ model })} />
      <TextArea
        label="Text"
        value={views.text}
        maxLength={400}
        help="Read token by token; the first 28 are drawn."
        error={views.text.trim() === "" ? "Write a sentence, or its beginning." : undefined}
        onChange={(text, gesture) => change({ text }, gesture)}
      />
      <Slider
        label="Layer whose attention is drawn"
        value={views.attentionLayer}
        min={0}
        max={31}
        step={1}
        help="Counted from 0."
        onChange={(layer, gesture) => change({ attentionLayer: Math.round(layer) }, gesture)}
      />
      <Slider
        label="Sentences a language on the map"
        value={views.sentences}
        min={2}
        max={40}
        step={1}
        help="Parallel sentences: each has its translation in the others."
        onChange={(sentences, gesture) => change({ sentences: Math.round(sentences) }, gesture)}
      />
    </>
  );
}
