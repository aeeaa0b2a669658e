import type { Document } from "../../../experiments/documents/steering";
import { languageOf } from "../../../ui/languages";
import { showSigned } from "../../../ui/show-fixed";
import { mean } from "../../../vectors";
import type { PanelProps } from "../../lab";
import { EditedTexts } from "../neurons/EditedTexts";
import { traitEnds } from "../traits";
import { shown } from "../wording";
import { EffectFigures } from "./EffectFigures";
import { NeuronTable, nameOf } from "./NeuronTable";
import type { ValueNeuron, ValuesResult } from "./result";

/** The texts, what the gain does in each language, the neurons that are scaled, and those of one layer. */
export function ValueResults({ document, edit, result }: PanelProps<Document> & { readonly result: ValuesResult }) {
  const { chosen, listed, model, language, normed, trait } = result;
  const choose = (neuron: ValueNeuron) => {
    const held = document.values.by === "named" ? document.values.named.split(/\s+/) : [];
    const named = [...new Set([...held, nameOf(neuron)])].join(" ").trim();
    edit({ values: { ...document.values, by: "named", named } });
  };
  const read = normed ? "behind the final norm" : "by the head alone";
  const found =
    language === null
      ? "The neurons that were named"
      : `The neurons whose activation grows most from ${traitEnds[trait].join(" to ")} stories in ${languageOf(language).name}, by d′ over stories`;
  return (
    <>
      <Headline result={result} />
      <EditedTexts texts={result.texts} />
      <EffectFigures result={result} />
      <NeuronTable
        caption={`${found}: the tokens that each one’s value vector, its column of the down projection, raises and lowers most, read ${read}.`}
        neurons={chosen}
        name="values-chosen"
        checkpoint={model.checkpoint}
      />
      <NeuronTable
        caption={`Neurons of layer ${listed.layer}, ${listed.neurons.length} of ${model.neuronsPerLayer.toLocaleString("en")}, read ${read}. Of all of them ${listed.spans.map((count, n) => `${count} raise tokens of ${n}`).join(", ")} languages.`}
        neurons={listed.neurons}
        name="values-listed"
        checkpoint={model.checkpoint}
        onChoose={choose}
      />
      <p className="note">
        A token belongs to a language where more than half of its rate in parallel stories is that language’s. A neuron
        that is at work with a negative activation does the opposite of what is listed.
      </p>
    </>
  );
}

function Headline({ result }: { readonly result: ValuesResult }) {
  const { effects, languages, language, trait, chosen, gain } = result;
  const reached = effects.find((effect) => effect.gain === gain);
  if (!reached) return null;
  const [from, to] = traitEnds[trait];
  const others = languages.flatMap((code, at) => (code === language ? [] : [reached.chosen[at]!.shift.value]));
  const own = language === null ? undefined : reached.chosen[languages.indexOf(language)]?.shift.value;
  const random = mean(reached.random.map(({ shift }) => shift.value));
  return (
    <p className="steering-headline">
      With {chosen.length} {chosen.length === 1 ? "neuron" : "neurons"} at gain {shown(gain)}, {to} stories become
      likelier against {from} ones by{" "}
      {own === undefined ? null : `${showSigned(own, 3)} bits per byte in ${languageOf(language!).name}, and by `}
      {showSigned(mean(others), 3)}{" "}
      {own === undefined ? "bits per byte over all languages" : "on average in the others"}; with as many random neurons
      by {showSigned(random, 3)}.
    </p>
  );
}
