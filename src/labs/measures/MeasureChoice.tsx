import { useState } from "react";
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

/** Which measures are taken, by family. One that is added is what is shown, once it is measured. */
export function MeasureChoice({ document, edit }: PanelProps<Document>) {
  const { measures, shown } = document;
  const [before, setBefore] = useState(shown);

  function change(chosen: readonly string[]): void {
    const kept = measures.filter((id) => chosen.includes(id));
    const added = chosen.find((id) => !measures.includes(id));
    if (added !== undefined) {
      if (measures.includes(shown)) setBefore(shown);
      edit({ measures: [...kept, added], shown: added });
    } else {
      edit({
        measures: kept,
        ...(!kept.includes(shown) && { shown: kept.includes(before) ? before : (kept[0] ?? "") }),
      });
    }
  }

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
            onChange={(own) => change([...others, ...own])}
          />
        );
      })}
    </>
  );
}
