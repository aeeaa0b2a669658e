import { isMap, isSeq, type Node, type ScalarTag, Document as YamlDocument, visit } from "yaml";
import { LabError, ok, type Result } from "../result";
import { recipeFault } from "./check";
import type { RecipePath } from "./fault";
import { type MergeMethodName, mergeMethodNames } from "./methods/index";
import { parseModelName } from "./model-name";
import {
  type FilteredValue,
  type MergeDtype,
  mergeDtypes,
  type Parameters,
  type ParameterValue,
  type Recipe,
  type Setting,
  type Slice,
  type Source,
} from "./recipe";
import { suggestion } from "./suggestion";
import { type Keys, YamlReader } from "./yaml-reader";

const topKeys: Keys = {
  known: ["merge_method", "base_model", "models", "slices", "parameters", "dtype"],
  refused: {
    modules: "it is for models of several parts, such as image and text",
    out_dtype: "the lab computes in float32 and stores in dtype",
    tokenizer: "both models must have the same vocabulary here, so there is nothing to merge",
    tokenizer_source: "both models must have the same vocabulary here, so there is nothing to choose",
    chat_template: "the lab does not write chat templates",
    name: "it belongs to mergekit-multi, and a recipe here is one document",
  },
};

const sliceKeys: Keys = {
  known: ["sources", "parameters"],
  refused: {
    base_model: "the base model is one for the whole recipe",
    residual_weight: "mergekit no longer documents it",
  },
};

/**
 * Reads mergekit's YAML (a merge configuration as of version 0.1) into a recipe. Strict: an unknown key, an unknown parameter or a value
 * of the wrong kind is `recipe-invalid`, with `line` and `column` among the facts and a suggestion where one is near.
 */
export function recipeFromYaml(text: string): Result<Recipe> {
  try {
    const reader = new YamlReader(text);
    const recipe = readRecipe(reader);
    const fault = recipeFault(recipe);
    if (fault) throw reader.refuse(fault.path, fault);
    return ok(recipe);
  } catch (thrown) {
    if (thrown instanceof LabError) return { ok: false, problem: thrown.problem };
    throw thrown;
  }
}

function readRecipe(reader: YamlReader): Recipe {
  const top = reader.mapping(reader.root(), [], topKeys);
  const method = top.get("merge_method");
  if (!method) {
    throw reader.refuse([], { what: "merge_method is missing.", remedy: `Add one of ${mergeMethodNames.join(", ")}.` });
  }
  const base = top.get("base_model");
  const dtype = top.get("dtype");
  const parameters = top.get("parameters");
  const base_model = base && readModel(reader, base, ["base_model"]);
  return {
    merge_method: oneOf<MergeMethodName>(reader, method, ["merge_method"], mergeMethodNames),
    ...(base_model !== undefined && { base_model }),
    slices: readSlices(reader, top, base_model),
    ...(parameters && { parameters: readParameters(reader, parameters, ["parameters"]) }),
    ...(dtype && { dtype: oneOf<MergeDtype>(reader, dtype, ["dtype"], mergeDtypes) }),
  };
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
      const sources = entries.get("sources");
      const parameters = entries.get("parameters");
      if (!sources)
        throw reader.refuse(path, { what: "sources is missing.", remedy: "List the models of this slice." });
      return {
        sources: reader
          .list(sources, [...path, "sources"])
          .map((source, place) => readSource(reader, source, [...path, "sources", place], true)),
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

/** The recipe as mergekit's YAML; reading it gives an equal recipe. A slice without ranges is written as `models`. */
export function yamlOfRecipe(recipe: Recipe): string {
  const { slices, merge_method, base_model, parameters, dtype } = recipe;
  const whole =
    slices.length === 1 &&
    slices[0]!.parameters === undefined &&
    slices[0]!.sources.every((source) => !source.layer_range);
  const document = new YamlDocument(
    {
      merge_method,
      ...(base_model !== undefined && { base_model }),
      ...(whole ? { models: slices[0]!.sources } : { slices }),
      ...(parameters && { parameters }),
      ...(dtype && { dtype }),
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
