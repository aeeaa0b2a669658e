import type { Engine, Model } from "../../../engine/engine";
import type { HeadBag } from "../../../mixing/bag";
import { headRows } from "../../head-rows";

/** The model's head, and as its bag the tokens that stand in a language's sentences and in those of no other. */
export async function headOf(
  engine: Engine,
  model: Model,
  sentences: Readonly<Record<string, readonly string[]>>,
  language: string,
): Promise<HeadBag> {
  const { vocabulary, width } = model.geometry;
  const bag = new Uint8Array(vocabulary);
  const others = Object.keys(sentences).filter((one) => one !== language);
  for (const one of [language, ...others]) {
    for (const { id, special } of await engine.tokenize(model, sentences[one]!.join(" "))) {
      bag[id] = one === language && !special ? 1 : 0;
    }
  }
  return { rows: await headRows(engine, model), width, bag };
}
