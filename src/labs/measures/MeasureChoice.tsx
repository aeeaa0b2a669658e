import type { Document } from "../../experiments/documents/measures";
import { families, type Family } from "../../measures/card/card-measure";
import { cardMeasures } from "../../measures/card/registry";
import { Checkboxes } from "../../ui/Checkboxes";
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
      {families.map((family) => {
        const offered = cardMeasures.filter((measure) => measure.family === family);
        const others = measures.filter((id) => !offered.some((measure) => measure.id === id));
        return (
          <Checkboxes
            key={family}
            label={titles[family]}
            options={offered.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={measures.filter((id) => !others.includes(id))}
            least={others.length === 0 ? 1 : 0}
            onChange={(own) => edit({ measures: [...others, ...own] })}
          />
        );
      })}
    </>
  );
}
