import type { Document } from "../../experiments/documents/measures";
import { families, type Family } from "../../measures/card/card-measure";
import { cardMeasures } from "../../measures/card/registry";
import { Checkbox } from "../../ui/Checkbox";
import type { PanelProps } from "../lab";

const titles: Readonly<Record<Family, string>> = {
  modelling: "Modelling",
  alignment: "Alignment",
  behaviour: "Behaviour",
  diversity: "Diversity",
  skill: "Skill and memory",
};

/** Which measures are taken, by family. */
export function MeasureChoice({ document, edit }: PanelProps<Document>) {
  const { measures } = document;
  return (
    <>
      {families.map((family) => (
        <fieldset key={family} className="field">
          <legend className="field-label">{titles[family]}</legend>
          {cardMeasures
            .filter((measure) => measure.family === family)
            .map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={measures.includes(id)}
                disabled={measures.length === 1 && measures.includes(id)}
                onChange={(wanted) =>
                  edit({ measures: wanted ? [...measures, id] : measures.filter((other) => other !== id) })
                }
              />
            ))}
        </fieldset>
      ))}
    </>
  );
}
