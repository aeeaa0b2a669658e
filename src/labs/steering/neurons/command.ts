import type { Document } from "../../../experiments/documents/steering";
import { promptsOf } from "../settings";
import { shellArgument } from "../shell-argument";

/** How neurons.py is called for these settings; null where neurons are found or edited in a way that it does not know. */
export function neuronsCommand(document: Document): string | null {
  const { neurons, model, maxNewTokens } = document;
  const prompts = promptsOf(document);
  if (neurons.found !== "entropy" || !prompts.ok) return null;
  if (neurons.operation !== "off" && neurons.operation !== "amplify") return null;
  return [
    `python neurons.py --model ${shellArgument(model)} --texts sentences.json --kept ${neurons.kept} --off ${neurons.language}`,
    ...(neurons.operation === "amplify" ? [`--factor ${neurons.factor}`] : []),
    ...prompts.value.map((prompt) => `--prompt ${shellArgument(prompt)}`),
    `--tokens ${maxNewTokens}`,
  ].join(" ");
}
