import { Slider } from "../ui/Slider";
import { SeedField } from "./SeedField";

/** The fields of a document that say how its models continue a prompt. */
export interface SamplingSettings {
  readonly maxNewTokens: number;
  readonly temperature: number;
  readonly seed: number;
}

/** How models continue a prompt: new tokens, temperature, seed. `seedHelp` says what else is drawn with the seed. */
export function SamplingFields({
  document,
  edit,
  seedHelp,
}: {
  readonly document: SamplingSettings;
  readonly edit: (change: Partial<SamplingSettings>, gesture?: string) => void;
  readonly seedHelp: string;
}) {
  return (
    <>
      <Slider
        label="New tokens"
        value={document.maxNewTokens}
        min={1}
        max={128}
        step={1}
        onChange={(value, gesture) => edit({ maxNewTokens: Math.round(value) }, gesture)}
      />
      <Slider
        label="Temperature"
        value={document.temperature}
        min={0}
        max={2}
        step={0.05}
        help="0 takes the likeliest token each time."
        onChange={(temperature, gesture) => edit({ temperature }, gesture)}
      />
      <SeedField document={document} edit={edit} help={seedHelp} />
    </>
  );
}
