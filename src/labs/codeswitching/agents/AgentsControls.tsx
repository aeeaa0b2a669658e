import type { Document } from "../../../experiments/documents/codeswitching";
import type { AgentsSettings } from "../../../experiments/documents/codeswitching-agents";
import { languages } from "../../../ui/languages";
import { Select } from "../../../ui/Select";
import { Slider } from "../../../ui/Slider";
import type { PanelProps } from "../../lab";
import { ModelSelect } from "../../ModelSelect";
import { SeedField } from "../SeedField";

/** The languages that the embedded checkpoints know. */
const written = ["en", "de", "es", "hi", "tr"];

/** The settings of the agents: the model, the two languages and their share, how many samples. */
export function AgentsControls({ document, edit: editDocument }: PanelProps<Document>) {
  const settings = document.agents;
  const edit = (change: Partial<AgentsSettings>, gesture?: string) =>
    editDocument({ agents: { ...settings, ...change } }, gesture);
  const options = written.map((value) => ({ value, label: languages.get(value)!.name }));
  return (
    <>
      <ModelSelect label="Model" value={settings.model} onChange={(model) => edit({ model })} />
      <p className="note">An instruct model is asked in words; a base model goes on from mixed examples.</p>
      <Select
        label="Matrix language"
        value={settings.matrix}
        options={options}
        onChange={(matrix) => edit({ matrix })}
      />
      <Select
        label="Embedded language"
        value={settings.embedded}
        options={options}
        onChange={(embedded) => edit({ embedded })}
      />
      <Slider
        label="Embedded words"
        value={settings.ratio}
        min={0}
        max={100}
        step={5}
        unit="%"
        onChange={(ratio, gesture) => edit({ ratio }, gesture)}
      />
      <Slider
        label="Samples"
        value={settings.samples}
        min={1}
        max={50}
        step={1}
        help="Scenarios drawn from the grid by the seed."
        onChange={(value, gesture) => edit({ samples: Math.round(value) }, gesture)}
      />
      <Slider
        label="New tokens"
        value={settings.maxNewTokens}
        min={8}
        max={128}
        step={1}
        onChange={(value, gesture) => edit({ maxNewTokens: Math.round(value) }, gesture)}
      />
      <Slider
        label="Temperature"
        value={settings.temperature}
        min={0}
        max={2}
        step={0.05}
        help="Of writer and refiner; judges take the likeliest answer."
        onChange={(temperature, gesture) => edit({ temperature }, gesture)}
      />
      <SeedField document={document} edit={editDocument} />
    </>
  );
}
