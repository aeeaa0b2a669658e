import type { Document } from "../../../experiments/documents/steering";
import { mixers } from "../../../mixing/registry";
import { promptsOf } from "../settings";
import { shellArgument } from "../shell-argument";
import { remembers } from "./spec";

/** How mix.py is called for these settings; null where it has no such mixer, or models do not share a vocabulary. */
export function mixCommand(document: Document): string | null {
  const { mixing, maxNewTokens } = document;
  const mixer = mixers.find(({ id }) => id === mixing.mixer);
  const prompts = promptsOf(document);
  if (!mixer || !prompts.ok || mixer.needs || mixer.vocabulary === "single") return null;
  if (mixing.unit === "bytes" || remembers(mixing)) return null;
  const before = mixing.models.map((model) => model.before);
  const values = Object.entries(mixer.parameters).flatMap(([name, { level }]) => {
    const given = level === "shared" ? [mixing.values[name]] : mixing.models.map(({ values }) => values[name]);
    if (given.every((value) => value === undefined)) return [];
    return `${name}=${given.map((value) => value ?? mixer.parameters[name]!.default).join(",")}`;
  });
  return [
    `python mix.py --mixer ${mixer.id} --models ${mixing.models.map(({ model }) => shellArgument(model)).join(" ")}`,
    ...(before.some((text) => text !== "") ? [`--before ${before.map(shellArgument).join(" ")}`] : []),
    ...(values.length > 0 ? [`--set ${values.map(shellArgument).join(" ")}`] : []),
    ...prompts.value.map((prompt) => `--prompt ${shellArgument(prompt)}`),
    `--tokens ${maxNewTokens}`,
  ].join(" ");
}
