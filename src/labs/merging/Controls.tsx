import { useState } from "react";
import { parallelLanguages } from "../../data/parallel-languages";
import { type Document, skillIds, type SkillId } from "../../experiments/documents/merging";
import { chatVectorOf } from "../../merging/chat-vector";
import { interpolationOf, recipeOfInterpolation } from "../../merging/interpolation";
import { layraOf } from "../../merging/layra";
import { methodOf } from "../../merging/methods/index";
import { renameModels } from "../../merging/origins";
import { Checkbox } from "../../ui/Checkbox";
import { Checkboxes } from "../../ui/Checkboxes";
import { Details } from "../../ui/Details";
import { LanguageTag } from "../../ui/LanguageTag";
import { Segmented } from "../../ui/Segmented";
import { Select } from "../../ui/Select";
import { Slider } from "../../ui/Slider";
import { TextArea } from "../../ui/TextArea";
import type { PanelProps } from "../lab";
import { ModelSelect } from "../ModelSelect";
import { SamplingFields } from "../SamplingFields";
import { ChatControls } from "./ChatControls";
import { LayraControls } from "./LayraControls";
import { MapControls } from "./MapControls";
import { MethodControls } from "./MethodControls";
import { PackControls } from "./PackControls";
import { RecipeKind } from "./RecipeKind";
import { SearchControls } from "./SearchControls";
import { VocabularyControls } from "./VocabularyControls";
import { mapOf, maximalPrompts, partnersOf, promptsOf, recipeUse } from "./settings";

/** The settings: which two models, how they are joined, what they continue, what is measured. */
export function Controls({ document, edit }: PanelProps<Document>) {
  const { task } = document;
  const { a, b } = partnersOf(document.recipe);
  const use = recipeUse(document);
  const map = mapOf(document);
  const [keptB, keepB] = useState<string>();
  const method = methodOf(document.recipe.merge_method);
  const { needs } = method;

  /** Another common base, in the recipe too where that names it. */
  function rebase(base: string): void {
    const parent = document.base === a || (document.base === b && !line);
    edit({
      base,
      ...(!parent && { recipe: renameModels(document.recipe, new Map([[document.base, base]])), draft: "" }),
    });
  }

  /** A model chosen for one side; the one that stood there changes places with it where it stood on the other. */
  function replace(from: string, to: string): void {
    const wasBase = method.base === "required" && a !== document.recipe.base_model && to === document.recipe.base_model;
    edit({
      ...(wasBase && to === document.base && { base: from }),
      recipe: renameModels(
        document.recipe,
        new Map([
          [from, to],
          [to, from],
        ]),
      ),
      draft: "",
    });
  }

  const chat = chatVectorOf(document.recipe);
  const layra = layraOf(document.recipe);
  const line = interpolationOf(document.recipe, document.base);
  const names = chat ? chatNames : layra ? layraNames : plainNames;
  /** Looks, and experts by language, need no more than the models. */
  const merges = task !== "look" && !(task === "search" && document.searchKind === "experts");
  const packs = task === "take" && document.format === "skillpack";
  /** A folder's card tells what was measured. */
  const card = task === "take" && document.format === "folder";
  const measures =
    task === "merge" ||
    task === "search" ||
    (task === "look" && document.routes) ||
    card ||
    (packs && document.packCurve) ||
    (merges && needs !== undefined);
  return (
    <>
      <Segmented
        label="Run does"
        value={task}
        options={[
          { value: "merge", label: "merge and compare" },
          { value: "look", label: "look at weights" },
          { value: "search", label: "search" },
          { value: "take", label: "make a file" },
        ]}
        onChange={(task) => edit({ task })}
      />
      {task === "search" ? <SearchControls document={document} edit={edit} /> : null}
      {task === "look" ? (
        <>
          <Checkbox
            label="Condition numbers too, which take a while"
            checked={document.conditions}
            onChange={(conditions) => edit({ conditions })}
          />
          <Checkbox
            label="Where Arrow would route each language"
            checked={document.routes}
            onChange={(routes) => edit({ routes })}
          />
        </>
      ) : null}
      {task === "take" ? (
        <Segmented
          label="File"
          value={document.format}
          options={[
            { value: "folder", label: "Hugging Face folder" },
            { value: "onnx", label: "ONNX" },
            { value: "skillpack", label: "SkillPack" },
          ]}
          onChange={(format) => edit({ format })}
        />
      ) : null}
      {packs ? <PackControls document={document} edit={edit} /> : null}
      <ModelSelect label="Common base" value={document.base} onChange={rebase} />
      <ModelSelect label={names.a} value={a} onChange={(model) => replace(a, model)} />
      {line ? (
        <p className="note">B is the base: the line leads from A to it.</p>
      ) : b !== undefined ? (
        <ModelSelect label={names.b} value={b} onChange={(model) => replace(b, model)} />
      ) : method.base === "required" ? (
        <p className="note">
          {method.models.max === 2
            ? "This method takes one model beside the base, so there is no B."
            : "The base is no B here, as changes are counted from it; the YAML can name more models."}
        </p>
      ) : null}
      {merges ? (
        <>
          <RecipeKind document={document} edit={edit} keptB={keptB} keepB={keepB} />
          {map && use !== "models" ? <MapControls map={map} searched={use !== "whole"} edit={edit} /> : null}
          {chat ? <ChatControls vector={chat} edit={edit} /> : null}
          {layra ? <LayraControls layra={layra} edit={edit} /> : null}
          {line ? (
            <Slider
              label="λ, how much of the base"
              value={line.lambda}
              min={0}
              max={1}
              step={0.01}
              onChange={(value, gesture) =>
                edit(
                  { recipe: recipeOfInterpolation({ ...line, lambda: Math.round(value * 100) / 100 }), draft: "" },
                  gesture,
                )
              }
            />
          ) : null}
          {map || chat || layra || line ? null : <MethodControls document={document} edit={edit} />}
          <VocabularyControls document={document} edit={edit} />
        </>
      ) : null}
      {task === "merge" ? (
        <TextArea
          label="Prompts, one a line"
          value={document.prompts}
          maxLength={4000}
          help={`Beginnings that every model continues; the first ${maximalPrompts} are used. \\n is a line break: “Frage: …\\nAntwort:”.`}
          error={promptsOf(document).ok ? undefined : "Write at least one beginning."}
          onChange={(prompts, gesture) => edit({ prompts }, gesture)}
        />
      ) : null}
      {measures ? <LanguageChoice document={document} edit={edit} /> : null}
      {task === "merge" || card ? <SkillChoice document={document} edit={edit} /> : null}
      {card ? (
        <p className="note">What is measured stands in the folder’s model card; with no language nothing is.</p>
      ) : null}
      {measures ? (
        <Details summary="More settings">
          <Slider
            label="Held-out sentences a language"
            value={document.sentences}
            min={2}
            max={40}
            step={1}
            onChange={(value, gesture) => edit({ sentences: Math.round(value) }, gesture)}
          />
          {needs ? (
            <Select
              label={needs === "inputs" ? "Inputs measured on" : "Neurons of"}
              value={document.measuredOn}
              options={document.languages.map((language) => ({ value: language, label: language }))}
              onChange={(measuredOn) => edit({ measuredOn })}
            />
          ) : null}
          {task === "merge" ? (
            <SamplingFields document={document} edit={edit} seedHelp="Of sampling, where the temperature is above 0." />
          ) : null}
        </Details>
      ) : null}
    </>
  );
}

/** What A and B are called where the recipe gives each a part of its own. */
const plainNames = { a: "A", b: "B" };
const chatNames = { a: "A, which it is added to", b: "B, the chat model" };
const layraNames = { a: "A, the language model", b: "B, the instruction model" };

const skillNames: Readonly<Record<SkillId, string>> = {
  arithmetic: "sums",
  adherence: "right answers in the language asked, not in English",
  instructions: "instructions",
  symbols: "symbols",
};

function SkillChoice({ document, edit }: PanelProps<Document>) {
  return (
    <>
      <Checkboxes
        label="Set them tasks"
        options={skillIds.map((value) => ({ value, label: skillNames[value] }))}
        chosen={document.skills}
        inRow
        onChange={(skills) => edit({ skills })}
      />
      {document.skills.length > 0 ? (
        <Slider
          label="Items a language and task"
          value={document.skillItems}
          min={2}
          max={60}
          step={1}
          onChange={(value, gesture) => edit({ skillItems: Math.round(value) }, gesture)}
        />
      ) : null}
    </>
  );
}

function LanguageChoice({ document, edit }: PanelProps<Document>) {
  const all = [...new Set([...parallelLanguages, ...document.languages])];
  return (
    <Checkboxes
      label="Languages measured"
      options={all.map((value) => ({ value, label: <LanguageTag code={value} /> }))}
      chosen={document.languages}
      inRow
      note="In bits per byte, on sentences that none of the embedded models was trained on; tasks are set in the same languages."
      onChange={(languages) => edit({ languages })}
    />
  );
}
