import { alignArgmax, alignItermax, type WordVectors } from "../../../codeswitch/aligner/simalign";
import { wordVectors } from "../../../codeswitch/aligner/word-vectors";
import type { Document } from "../../../experiments/documents/codeswitching";
import type { Aligner, AlignTools } from "./aligner";
import { wordsOfSide } from "./words";

/** SimAlign over the hidden states of a loaded decoder, after the block in the middle (Jalili Sabet et al. 2020). */
export async function linksByModel(
  document: Document,
  { engine: open, model: id }: AlignTools,
  method: "argmax" | "itermax",
): ReturnType<Aligner["propose"]> {
  const engine = await open();
  const model = await engine.load(id);
  const layer = Math.floor((model.geometry.layers - 1) / 2);
  const hook = `blocks.${layer}.hook_resid_post`;
  async function vectorsOf(side: 0 | 1): Promise<WordVectors> {
    const text = document.sentences[side];
    const [states, tokens] = [await engine.capture(model, text, [hook]), await engine.tokenize(model, text)];
    return wordVectors(
      wordsOfSide(document, side),
      tokens.map(({ utf16 }) => utf16),
      states[hook]!.data,
    );
  }
  const align = method === "argmax" ? alignArgmax : alignItermax;
  return {
    links: align(await vectorsOf(0), await vectorsOf(1)),
    note: `From the states of ${model.checkpoint} after layer ${layer}. A small decoder sees only what stands before a word: correct the links in the figure.`,
  };
}
