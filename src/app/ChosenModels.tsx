import { type HubModel, heldBytes, hubModels } from "../checkpoints/hub-models";
import { Button } from "../ui/Button";
import { Details } from "../ui/Details";
import { LanguageTag } from "../ui/LanguageTag";
import { showBytes } from "./format";

/** Models of the hub that were chosen for this lab: what they are, what they take, what they are good for. */
export function ChosenModels({ busy, onChoose }: { busy: boolean; onChoose: (reference: string) => void }) {
  return (
    <Details summary={`${hubModels.length} models chosen for this lab`}>
      <ul className="shelf">
        {hubModels.map((model) => (
          <ChosenModel key={model.reference} model={model} busy={busy} onChoose={onChoose} />
        ))}
      </ul>
    </Details>
  );
}

function ChosenModel({
  model,
  busy,
  onChoose,
}: {
  model: HubModel;
  busy: boolean;
  onChoose: (reference: string) => void;
}) {
  const { reference, parameters, downloadBytes, languages, languageCount, licence, gated, goodFor } = model;
  const held = heldBytes(model);
  return (
    <li className="shelf-item">
      <div className="shelf-title">
        <strong>{reference}</strong>
        <span className="row">
          {languages.map((code) => (
            <LanguageTag key={code} code={code} />
          ))}
          {languageCount ? <span className="note">{languageCount} languages in all</span> : null}
        </span>
      </div>
      <p className="note numeric">
        {(parameters / 1e6).toFixed(0)} million parameters, {licence}
        {gated ? ", gated: needs an access token" : ""}. Download {showBytes(downloadBytes)}; held as 32-bit floats{" "}
        {showBytes(held.f32)}, in 8 bits {showBytes(held.q8)}, in 4 bits {showBytes(held.q4)}. {goodFor}
      </p>
      <div className="row shelf-tools">
        <Button disabled={busy} label={`Add ${reference}`} onClick={() => onChoose(reference)}>
          Add
        </Button>
      </div>
    </li>
  );
}
