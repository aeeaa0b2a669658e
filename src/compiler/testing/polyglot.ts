import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Checkpoint } from "../../checkpoints/checkpoint";
import { filesOf } from "../../checkpoints/node-files";
import { openCheckpoint } from "../../checkpoints/open";
import { unwrap } from "../../result";
import { createEncoder } from "../../tokenization/hf-encoder";

const folder = fileURLToPath(new URL("../../../public/models/polyglot-base/", import.meta.url));

export const polyglotWeights = `${folder}model.safetensors`;
export const hasPolyglot = existsSync(polyglotWeights);

/** Sentences that stand nowhere else, one a language of the embedded checkpoint. */
export const heldOut: readonly string[] = [
  "The old lighthouse keeper counted the ships every evening, and wrote down how many of them had come home before the storm.",
  "Am Morgen lag Schnee auf den Dächern, und die Kinder warteten ungeduldig darauf, dass jemand die Tür zum Garten öffnete.",
  "Mi abuela guardaba las cartas en una caja de madera que olía a naranjas, y solo la abría cuando llovía mucho.",
  "गाँव के बाहर एक छोटा सा कुआँ था जहाँ शाम को सब लोग मिलकर दिन भर की बातें करते थे।",
  "Yaşlı adam her sabah aynı banka oturur, gazetesini okur ve köprüden geçen tramvayları sessizce izlerdi.",
];

export async function openPolyglot(): Promise<{
  readonly checkpoint: Checkpoint;
  readonly encode: (text: string) => readonly number[];
}> {
  const checkpoint = await openCheckpoint(await filesOf(folder), { embeddedBase: "" });
  const encoder = unwrap(createEncoder(await checkpoint.tokenizer(), "polyglot-base"));
  return { checkpoint, encode: (text) => encoder.encode(text, { addSpecialTokens: true }).map(({ id }) => id) };
}
