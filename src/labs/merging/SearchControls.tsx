import { type Document, searchGoals } from "../../experiments/documents/merging";
import { methodOf } from "../../merging/methods/index";
import { Segmented } from "../../ui/Segmented";
import { Select } from "../../ui/Select";
import { Slider } from "../../ui/Slider";
import type { PanelProps } from "../lab";
import { goalTitles } from "./titles";

/** What is searched, how far, and by which number. */
export function SearchControls({ document, edit }: PanelProps<Document>) {
  const numbers = Object.entries(methodOf(document.recipe.merge_method).parameters).filter(
    ([, rule]) => rule.kind === "number",
  );
  return (
    <>
      <Segmented
        label="Search over"
        value={document.searchKind}
        options={[
          { value: "swap", label: "layers" },
          { value: "parameter", label: "a parameter" },
          { value: "evolve", label: "every layer’s share" },
          { value: "experts", label: "late layers by language" },
        ]}
        onChange={(searchKind) => edit({ searchKind })}
      />
      {document.searchKind === "swap" ? (
        <>
          <Slider
            label="Up to so many from B at each end"
            value={document.searchEnds}
            min={1}
            max={8}
            step={1}
            unit="layers"
            onChange={(value, gesture) => edit({ searchEnds: Math.round(value) }, gesture)}
          />
          <Slider
            label="Blended beside them, up to"
            value={document.searchTransition}
            min={0}
            max={3}
            step={1}
            unit="layers"
            onChange={(value, gesture) => edit({ searchTransition: Math.round(value) }, gesture)}
          />
        </>
      ) : null}
      {document.searchKind === "experts" ? (
        <Slider
          label="Up to so many of the last layers"
          value={document.searchEnds}
          min={1}
          max={16}
          step={1}
          unit="layers"
          help="Language family experts: the base is the trunk, A and B each lend it their last layers, and a text goes to the one that serves the language it is told to be in (Zheng et al. 2024, arXiv 2410.10626, without training and without gates inside the layers)."
          onChange={(value, gesture) => edit({ searchEnds: Math.round(value) }, gesture)}
        />
      ) : null}
      {document.searchKind === "parameter" ? (
        <>
          <Select
            label="Parameter"
            value={document.searchParameter}
            options={[
              ...numbers.map(([name]) => ({ value: name, label: name })),
              ...(numbers.some(([name]) => name === document.searchParameter)
                ? []
                : [{ value: document.searchParameter, label: document.searchParameter }]),
            ]}
            onChange={(searchParameter) => edit({ searchParameter })}
          />
          <Slider
            label="From"
            value={document.searchFrom}
            min={-2}
            max={2}
            step={0.05}
            onChange={(searchFrom, gesture) => edit({ searchFrom }, gesture)}
          />
          <Slider
            label="To"
            value={document.searchTo}
            min={-2}
            max={2}
            step={0.05}
            onChange={(searchTo, gesture) => edit({ searchTo }, gesture)}
          />
          <Slider
            label="Steps"
            value={document.searchSteps}
            min={2}
            max={21}
            step={1}
            onChange={(value, gesture) => edit({ searchSteps: Math.round(value) }, gesture)}
          />
        </>
      ) : null}
      {document.searchKind === "evolve" ? (
        <>
          <Slider
            label="Merges to try"
            value={document.searchBudget}
            min={8}
            max={400}
            step={1}
            help="CMA-ES: a cloud of maps that moves to where merges were good."
            onChange={(value, gesture) => edit({ searchBudget: Math.round(value) }, gesture)}
          />
          <Slider
            label="Seed"
            value={document.seed}
            min={0}
            max={9999}
            step={1}
            help="Of the maps that are drawn."
            onChange={(value, gesture) => edit({ seed: Math.round(value) }, gesture)}
          />
        </>
      ) : null}
      {document.searchKind === "experts" ? null : <Goals document={document} edit={edit} />}
      <p className="note">
        Every second item chooses the best merge; the others, which it has not been chosen by, say how good it is.
      </p>
    </>
  );
}

/** What a search is judged by, and what else is measured. */
function Goals({ document, edit }: PanelProps<Document>) {
  const set = [document.searchGoal, document.searchKind === "parameter" ? document.searchBeside : "none"];
  return (
    <>
      <Select
        label="Judged by"
        value={document.searchGoal}
        options={searchGoals.map((value) => ({ value, label: goalTitles[value].name }))}
        onChange={(searchGoal) => edit({ searchGoal })}
      />
      {document.searchKind === "parameter" ? (
        <Select
          label="And beside it"
          value={document.searchBeside}
          options={[
            { value: "none", label: "nothing" },
            ...searchGoals.map((value) => ({ value, label: goalTitles[value].name })),
          ]}
          help="A second curve of the same merges, which chooses nothing: what is forgotten may not show in bits per byte."
          onChange={(searchBeside) => edit({ searchBeside })}
        />
      ) : null}
      {set.every((goal) => goal === "bits-per-byte" || goal === "none") ? null : (
        <Slider
          label="Items a language"
          value={document.skillItems}
          min={2}
          max={40}
          step={1}
          help="So many choose, and as many others judge: twenty each of sums, as there are forty; of symbols, which are of no language, three times as many."
          onChange={(value, gesture) => edit({ skillItems: Math.round(value) }, gesture)}
        />
      )}
    </>
  );
}
