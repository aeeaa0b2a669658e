import type { Document } from "../../experiments/documents/merging";
import { type ChatVector, chatModules, recipeOfChatVector } from "../../merging/chat-vector";
import { Checkbox } from "../../ui/Checkbox";
import { Checkboxes } from "../../ui/Checkboxes";
import { Slider } from "../../ui/Slider";
import type { PanelProps } from "../lab";

interface ChatControlsProps extends Pick<PanelProps<Document>, "edit"> {
  readonly vector: ChatVector;
}

/** Tokens of chat templates whose rows may be the chat model's own. */
const templateTokens = ["<|im_start|>", "<|im_end|>"];

const titles: Readonly<Record<(typeof chatModules)[number], string>> = {
  attention: "attention",
  mlp: "MLP",
  norms: "norms",
  embeddings: "embeddings",
  head: "head",
};

/** A chat vector's strength, the modules it goes into, and whether the template's rows are taken over. */
export function ChatControls({ vector, edit }: ChatControlsProps) {
  const change = (next: Partial<ChatVector>, gesture?: string) =>
    edit({ recipe: recipeOfChatVector({ ...vector, ...next }), draft: "" }, gesture);
  return (
    <>
      <Slider
        label="λ, how much of it"
        value={vector.lambda}
        min={0}
        max={1.5}
        step={0.05}
        help="0 is the model it is added to; 1 adds all that chat training changed."
        onChange={(lambda, gesture) => change({ lambda: Math.round(lambda * 100) / 100 }, gesture)}
      />
      <Checkboxes
        label="Into"
        options={chatModules.map((value) => ({ value, label: titles[value] }))}
        chosen={vector.modules}
        inRow
        onChange={(modules) => change({ modules })}
      />
      <Checkbox
        label="Rows of the chat template’s marks from the chat model"
        checked={vector.templateRows.length > 0}
        onChange={(checked) => change({ templateRows: checked ? templateTokens : [] })}
      />
    </>
  );
}
