import { isMap, isSeq, type Node, type ScalarTag, Document as YamlDocument, visit } from "yaml";
import { LabError, ok, type Result } from "../result";
import { recipeFault } from "./check";
import type { RecipePath } from "./fault";
import { chatTemplateFault, chatTemplateNames } from "./chat-templates";
import { type MergeMethodName, mergeMethodNames } from "./methods/index";
import { parseModelName } from "./model-name";
import {
  type FilteredValue,
  type MergeDtype,
  mergeDtypes,
  modelsOf,
  type Parameters,
  type ParameterValue,
  type Recipe,
  type Setting,
  type Slice,
  type Source,
} from "./recipe";
import { suggestion } from "./suggestion";
import { type Keys, YamlReader } from "./yaml-reader";
import { readTokenizer } from "./yaml-tokenizer";

const topKeys: Keys = {
  known: [
    "merge_method",
    "base_model",
    "models",
    "slices",
    "parameters",
    "dtype",
    "out_dtype",
    "tokenizer",
    "tokenizer_source",
    "chat_template",
    "name",
  ],
  refused: { modules: "it is for models of several parts, such as image and text" },
};

const sliceKeys: Keys = {
  known: ["sources", "base_model", "parameters"],
  refused: { residual_weight: "mergekit no longer documents it" },
};

/**
 * Reads mergekit's YAML (a merge configuration as of version 0.1, or several documents as mergekit-multi has them) into a
 * recipe. Strict: an unknown key, an unknown parameter or a value of the wrong kind is `recipe-invalid`, with `line` and
 * `column` among the facts and a suggestion where one is near.
 */
export function recipeFromYaml(text: string): Result<Recipe> {
  try {
    const documents = YamlReader.documents(text).map((reader) => ({ reader, ...readDocument(reader) }));
    const last = finalOf(documents);
    const inputs = inOrder(documents.filter((document) => document !== last));
    const recipe: Recipe = {
      ...last.recipe,
      ...(inputs.length > 0 && { inputs: inputs.map(({ name, recipe }) => ({ name: name!, recipe })) }),
    };
    const fault = recipeFault(recipe);
    if (!fault) return ok(recipe);
    const [first, index, , ...rest] = fault.path;
    const input = first === "inputs" && typeof index === "number" ? inputs[index] : undefined;
    throw input ? input.reader.refuse(rest, fault) : last.reader.refuse(fault.path, fault);
  } catch (thrown) {
    if (thrown instanceof LabError) return { ok: false, problem: thrown.problem };
    throw thrown;
  }
}

interface ReadDocument {
  readonly reader: YamlReader;
  readonly name: string | undefined;
  readonly recipe: Recipe;
}

/** The merge that is wanted: the only document, or the only one without a name. */
function finalOf(documents: readonly ReadDocument[]): ReadDocument {
  const nameless = documents.filter(({ name }) => name === undefined);
  const [wanted, second] = nameless;
  if (wanted && !second) return wanted;
  const { reader } = second ?? documents.at(-1)!;
  if (documents.length === 1) {
    throw reader.refuse(["name"], {
      what: "A recipe of one document needs no name; it is the merge itself.",
      remedy: "Remove name, or add a document without one that uses it.",
    });
  }
  throw reader.refuse(["name"], {
    what: second ? "Two documents have no name." : "Every document has a name, so none is the result.",
    remedy: "Give every document a name but the last merge of all.",
  });
}

/** Named merges so that each comes after those that it uses, as mergekit-multi sorts them; circles are left for the check. */
function inOrder(documents: readonly ReadDocument[]): readonly ReadDocument[] {
  const waiting = [...documents];
  const sorted: ReadDocument[] = [];
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const ready = waiting.findIndex(({ recipe }) => !modelsOf(recipe).some((model) => names.has(model)));
    sorted.push(...waiting.splice(Math.max(0, ready), 1));
  }
  return sorted;
}

function readDocument(reader: YamlReader): { readonly name: string | undefined; readonly recipe: Recipe } {
  const top = reader.mapping(reader.root(), [], topKeys);
  const method = top.get("merge_method");
  if (!method) {
    throw reader.refuse([], { what: "merge_method is missing.", remedy: `Add one of ${mergeMethodNames.join(", ")}.` });
  }
  const [base, parameters, name] = [top.get("base_model"), top.get("parameters"), top.get("name")];
  const base_model = base && readModel(reader, base, ["base_model"]);
  const dtype = readDtype(reader, top);
  const tokenizer = readTokenizer(reader, top);
  const template = top.get("chat_template");
  const recipe: Recipe = {
    merge_method: oneOf<MergeMethodName>(reader, method, ["merge_method"], mergeMethodNames),
    ...(base_model !== undefined && { base_model }),
    slices: readSlices(reader, top, base_model),
    ...(parameters && { parameters: readParameters(reader, parameters, ["parameters"]) }),
    ...(dtype && { dtype }),
    ...(tokenizer && { tokenizer }),
    ...(template && { chat_template: readTemplate(reader, template) }),
  };
  return { name: name && readModel(reader, name, ["name"]), recipe };
}

/** What is stored. The lab computes in float32, so mergekit's working type may only be that where both are given. */
function readDtype(reader: YamlReader, top: ReadonlyMap<string, Node>): MergeDtype | undefined {
  const [working, stored] = [top.get("dtype"), top.get("out_dtype")];
  const dtype = working && oneOf<MergeDtype>(reader, working, ["dtype"], mergeDtypes);
  if (!stored) return dtype;
  if (dtype !== undefined && dtype !== "float32") {
    throw reader.refuse(["dtype"], {
      what: `dtype ${dtype} beside out_dtype would round the parents before they are merged; the lab computes in float32.`,
      remedy: "Write dtype: float32, or leave one of the two out.",
    });
  }
  return oneOf<MergeDtype>(reader, stored, ["out_dtype"], mergeDtypes);
}

function readTemplate(reader: YamlReader, node: Node): string {
  const text = reader.text(node, ["chat_template"]);
  const fault = chatTemplateFault(text);
  if (fault === undefined) return text;
  throw reader.refuse(["chat_template"], { what: fault, remedy: suggestion(text, chatTemplateNames) });
}

function readSlices(reader: YamlReader, top: ReadonlyMap<string, Node>, base: string | undefined): readonly Slice[] {
  const [models, slices] = [top.get("models"), top.get("slices")];
  if (models && slices) {
    throw reader.refuse(["slices"], {
      what: "The recipe has both models and slices.",
      remedy: "Keep one: models takes all layers, slices says which.",
    });
  }
  if (slices) {
    return reader.list(slices, ["slices"]).map((slice, index): Slice => {
      const path = ["slices", index];
      const entries = reader.mapping(slice, path, sliceKeys);
      const [sources, base, parameters] = [
        entries.get("sources"),
        entries.get("base_model"),
        entries.get("parameters"),
      ];
      if (!sources)
        throw reader.refuse(path, { what: "sources is missing.", remedy: "List the models of this slice." });
      return {
        sources: reader
          .list(sources, [...path, "sources"])
          .map((source, place) => readSource(reader, source, [...path, "sources", place], true)),
        ...(base && { base_model: readModel(reader, base, [...path, "base_model"]) }),
        ...(parameters && { parameters: readParameters(reader, parameters, [...path, "parameters"]) }),
      };
    });
  }
  if (!models) throw reader.refuse([], { what: "models or slices is missing.", remedy: "List the models to merge." });
  const sources = reader
    .list(models, ["models"])
    .map((source, place) => readSource(reader, source, ["slices", 0, "sources", place], false));
  // mergekit adds the base model as a source where `models` leaves it out.
  if (base !== undefined && !sources.some(({ model }) => model === base))
    return [{ sources: [{ model: base }, ...sources] }];
  return [{ sources }];
}

function readSource(reader: YamlReader, node: Node, path: RecipePath, ranged: boolean): Source {
  const known = ranged ? ["model", "layer_range", "parameters"] : ["model", "parameters"];
  const entries = reader.mapping(node, path, { known });
  const [model, range, parameters] = [entries.get("model"), entries.get("layer_range"), entries.get("parameters")];
  if (!model) throw reader.refuse(path, { what: "model is missing.", remedy: "Name the model of this source." });
  if (ranged && !range) {
    throw reader.refuse(path, { what: "layer_range is missing.", remedy: "Add layer_range: [first, end]." });
  }
  return {
    model: readModel(reader, model, [...path, "model"]),
    ...(range && { layer_range: readRange(reader, range, [...path, "layer_range"]) }),
    ...(parameters && { parameters: readParameters(reader, parameters, [...path, "parameters"]) }),
  };
}

function readModel(reader: YamlReader, node: Node, path: RecipePath): string {
  const text = reader.text(node, path);
  const name = parseModelName(text);
  if (!name.ok) throw reader.refuse(path, name.problem);
  if (name.value.adapter) {
    throw reader.refuse(path, {
      what: `${text} adds a LoRA adapter (+${name.value.adapter.path}), which is not done here.`,
      remedy: "Name a checkpoint into which the adapter has been merged.",
    });
  }
  return text;
}

function readRange(reader: YamlReader, node: Node, path: RecipePath): readonly [number, number] {
  const bounds = reader.list(node, path).map((bound, index) => reader.scalar(bound, [...path, index]));
  const [first, end] = bounds;
  if (bounds.length === 2 && typeof first === "number" && typeof end === "number") return [first, end];
  throw reader.refuse(path, {
    what: `[${bounds.join(", ")}] is no range of layers.`,
    remedy: "Write [first, end] with whole numbers; the layer `end` is not taken.",
  });
}

function readParameters(reader: YamlReader, node: Node, path: RecipePath): Parameters {
  const entries = [...reader.openMapping(node, path)];
  return Object.fromEntries(entries.map(([name, value]) => [name, readValue(reader, value, [...path, name])]));
}

function readValue(reader: YamlReader, node: Node, path: RecipePath): ParameterValue {
  if (!reader.isList(node, path)) return readSetting(reader, node, path);
  const items = reader.list(node, path);
  const filtered = items.filter((item, index) => reader.isMapping(item, [...path, index])).length;
  if (filtered === 0) return readSetting(reader, node, path);
  if (filtered === items.length) return items.map((item, index) => readFiltered(reader, item, [...path, index]));
  throw reader.refuse(path, {
    what: "The list mixes numbers and filters.",
    remedy: "Write either numbers (a gradient) or entries with filter and value.",
  });
}

function readFiltered(reader: YamlReader, node: Node, path: RecipePath): FilteredValue {
  const entries = reader.mapping(node, path, { known: ["filter", "value"] });
  const [filter, value] = [entries.get("filter"), entries.get("value")];
  if (!value) throw reader.refuse(path, { what: "value is missing.", remedy: "Add value: with a number." });
  return {
    ...(filter && { filter: reader.text(filter, [...path, "filter"]) }),
    value: readSetting(reader, value, [...path, "value"]),
  };
}

function readSetting(reader: YamlReader, node: Node, path: RecipePath): Setting {
  if (reader.isList(node, path)) {
    return reader.list(node, path).map((item, index) => {
      const value = reader.scalar(item, [...path, index]);
      if (typeof value === "number" && Number.isFinite(value)) return value;
      throw notANumber([...path, index], value);
    });
  }
  const value = reader.scalar(node, path);
  if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) return value;
  throw notANumber(path, value);

  function notANumber(place: RecipePath, found: string | number | boolean): LabError {
    return reader.refuse(place, {
      what: `${typeof found === "string" ? JSON.stringify(found) : String(found)} is no number.`,
      remedy: "Write a number such as 0.5, without quotation marks.",
    });
  }
}

function oneOf<T extends string>(reader: YamlReader, node: Node, path: RecipePath, known: readonly T[]): T {
  const text = reader.text(node, path);
  const found = known.find((name) => name === text);
  if (found !== undefined) return found;
  throw reader.refuse(path, { what: `“${text.slice(0, 60)}” is unknown.`, remedy: suggestion(text, known) });
}

/** Numbers whose shortest writing is 1e-7: without a point PyYAML takes that for text. */
const exponents: ScalarTag = {
  tag: "tag:yaml.org,2002:float",
  default: true,
  identify: (value) => typeof value === "number" && /^-?\d+e/.test(String(value)),
  test: /^-?\d+e[-+]?\d+$/,
  resolve: Number,
  stringify: ({ value }) => String(value).replace("e", ".0e"),
};

/**
 * The recipe as mergekit's YAML; reading it gives an equal recipe. A slice without ranges is written as `models`, inputs as
 * documents before it.
 */
export function yamlOfRecipe({ inputs = [], ...recipe }: Recipe): string {
  return [...inputs.map((input) => documentText(input.recipe, input.name)), documentText(recipe)].join("---\n");
}

function documentText(recipe: Recipe, name?: string): string {
  const { slices, merge_method, base_model, parameters, dtype, tokenizer, chat_template } = recipe;
  const [first] = slices;
  const whole =
    slices.length === 1 &&
    first?.parameters === undefined &&
    first?.base_model === undefined &&
    first?.sources.every((source) => !source.layer_range);
  const document = new YamlDocument(
    {
      ...(name !== undefined && { name }),
      merge_method,
      ...(base_model !== undefined && { base_model }),
      ...(whole ? { models: first?.sources } : { slices }),
      ...(parameters && { parameters }),
      ...(dtype && { dtype }),
      ...(tokenizer && { tokenizer }),
      ...(chat_template !== undefined && { chat_template }),
    },
    { version: "1.1", aliasDuplicateObjects: false, customTags: (tags) => [exponents, ...tags] },
  );
  visit(document, {
    Seq(_, seq) {
      if (!seq.items.some((item) => isMap(item) || isSeq(item))) seq.flow = true;
    },
    Map(_, map) {
      if (map.has("value")) map.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false, directives: false });
}
