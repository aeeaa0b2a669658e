import { LabError } from "../../result";
import { coalesced } from "../coalesce";
import type { RawConfig } from "../checkpoint";
import { configOf, generationConfigOf } from "../gguf/config";
import { ggufFamilies } from "../gguf/families";
import { readGgufHeader } from "../gguf/header";
import { MetadataReader } from "../gguf/metadata";
import { readRotaryTables } from "../gguf/rotary";
import { tensorsOf } from "../gguf/tensors";
import { tokenizerOf } from "../gguf/tokenizer";
import type { ContainerFormat } from "./format";

/** Which file of a repository is taken: what loses least for its size first. */
const preferred = ["q8_0", "q4_0", "q6_k", "f16", "q4_k", "q4_1", "f32"];

/** llama.cpp's files: weights, config and tokenizer in one. */
export const gguf: ContainerFormat = {
  name: "gguf",
  find(files) {
    const rank = (file: string) => {
      const index = preferred.findIndex((type) => file.toLowerCase().includes(type));
      return index < 0 ? preferred.length : index;
    };
    return files
      .filter((file) => /\.gguf$/i.test(file) && !/mmproj|-\d{5}-of-\d{5}/i.test(file))
      .toSorted((a, b) => rank(a) - rank(b));
  },
  async open(folder, file, _config, signal) {
    const whole = folder.bytes(file);
    const read = new MetadataReader(await readGgufHeader(whole, signal), file);
    const family = ggufFamilies.get(read.architecture);
    if (!family) throw unknownFamily(read.architecture, file);
    const source = coalesced(whole);
    const tables = await readRotaryTables(read, source, signal);
    return {
      tensors: tensorsOf(read, family, source),
      config: configOf(read, family, tables) satisfies RawConfig,
      generationConfig: generationConfigOf(read),
      tokenizer: () => Promise.resolve(tokenizerOf(read)),
    };
  },
};

function unknownFamily(architecture: string, file: string): LabError {
  return new LabError({
    code: "architecture-unsupported",
    what: `${file} holds a model of the family ${JSON.stringify(architecture)}; the lab reads GGUF files of ${[...ggufFamilies.keys()].join(", ")}.`,
    remedy: "Open the model's safetensors checkpoint instead, where its family can be run.",
    facts: { file, architecture },
  });
}
