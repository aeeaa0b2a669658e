import type { RecipeFault, RecipePath } from "./fault";
import { limitsFault, recipeLimits } from "./limits";
import { methodOf } from "./methods/index";
import type { MergeMethod, ParameterRule } from "./methods/method";
import { isGradient } from "./parameters";
import {
  baseOf,
  modelsOf,
  type Parameters,
  type ParameterValue,
  type Recipe,
  type Setting,
  type Slice,
  type TokenizerRule,
} from "./recipe";
import { suggestion } from "./suggestion";

type Level = "top" | "slice" | "source";

/** What is wrong with a recipe by itself, before any checkpoint is looked at; the first fault in reading order. */
export function recipeFault(recipe: Recipe): RecipeFault | undefined {
  const method = methodOf(recipe.merge_method);
  return (
    inputsFault(recipe) ??
    limitsFault(recipe) ??
    baseFault(recipe, method) ??
    tokenizerFault(recipe) ??
    parametersFault(recipe.parameters, method, "top", ["parameters"]) ??
    firstOf(recipe.slices, (slice, index) => sliceFault(recipe, slice, method, ["slices", index])) ??
    shapeFault(recipe)
  );
}

function baseFault(recipe: Recipe, method: MergeMethod): RecipeFault | undefined {
  const base = recipe.base_model;
  if (base === undefined) {
    if (method.base !== "required" || recipe.slices.every((slice) => slice.base_model !== undefined)) return undefined;
    return {
      path: [],
      what: `${method.name} needs base_model: it says which model is the start.`,
      remedy: `Add base_model: ${modelsOf(recipe)[0] ?? "…"} or another model of the recipe.`,
    };
  }
  if (recipe.slices.some((slice) => slice.sources.some((source) => source.model === base))) return undefined;
  return {
    path: ["base_model"],
    what: `${base} is the base model but no slice reads from it.`,
    remedy: `List it as a source, or name one of ${[...new Set(recipe.slices.flatMap(({ sources }) => sources.map(({ model }) => model)))].join(", ")}.`,
  };
}

function sliceFault(recipe: Recipe, slice: Slice, method: MergeMethod, path: RecipePath): RecipeFault | undefined {
  const count = slice.sources.length;
  const { min, max } = method.models;
  if (count < min || count > max) {
    const wanted = min === max ? `exactly ${min}` : `${min} to ${max}`;
    return {
      path: [...path, "sources"],
      what: `${method.name} takes ${wanted} model${max === 1 ? "" : "s"} in a slice, and here ${count === 1 ? "is 1" : `are ${count}`}.`,
      remedy: "Add or remove a source, or choose another merge_method.",
    };
  }
  const names = slice.sources.map((source) => source.model);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    return {
      path: [...path, "sources"],
      what: `${twice} stands twice in one slice; mergekit would silently use one of the two.`,
      remedy: "Give each layer of one model its own slice.",
    };
  }
  const base = method.base === "none" ? undefined : baseOf(recipe, slice);
  if (base !== undefined && !names.includes(base)) {
    return {
      path: [...path, "sources"],
      what: `${base} is the base model but is missing from this slice.`,
      remedy: "List the base model in every slice.",
    };
  }
  return (
    parametersFault(slice.parameters, method, "slice", [...path, "parameters"]) ??
    firstOf(
      slice.sources,
      ({ model, parameters }, index) =>
        parametersFault(parameters, method, "source", [...path, "sources", index, "parameters"]) ??
        (model === base ? ofBase(parameters, [...path, "sources", index, "parameters"]) : undefined),
    ) ??
    rangeFault(slice, path)
  );
}

/** The base's difference from itself is nothing, so that no parameter of it can have an effect. */
function ofBase(parameters: Parameters | undefined, path: RecipePath): RecipeFault | undefined {
  const [name] = Object.keys(parameters ?? {});
  if (name === undefined) return undefined;
  return {
    path: [...path, name],
    what: `${name} stands at the base model, where it has no effect.`,
    remedy: "Remove it, or move it to the slice or to the top.",
  };
}

/** Inputs are merges of their own, each naming only checkpoints and inputs before it. */
function inputsFault({ inputs = [] }: Recipe): RecipeFault | undefined {
  if (inputs.length > recipeLimits.inputs) {
    return {
      path: ["inputs"],
      what: `${inputs.length} merges as inputs are more than the ${recipeLimits.inputs} that a recipe may have here.`,
      remedy: "Merge some of them first and name the result.",
    };
  }
  return firstOf(inputs, ({ name, recipe }, index) => {
    const path = ["inputs", index] as const;
    if (inputs.findIndex((other) => other.name === name) !== index) {
      return { path: [...path, "name"], what: `Two inputs are called ${name}.`, remedy: "Give each its own name." };
    }
    const later = modelsOf(recipe).find((model) => inputs.findIndex((other) => other.name === model) >= index);
    if (later !== undefined) {
      return {
        path,
        what: `${name} is made of ${later}, which is ${later === name ? "itself" : "made after it"}.`,
        remedy: "Put the merges in an order in which each names only those before it.",
      };
    }
    const fault = recipeFault(recipe);
    return fault && { ...fault, path: [...path, "recipe", ...fault.path] };
  });
}

function tokenizerFault({ tokenizer, base_model }: Recipe): RecipeFault | undefined {
  if (!tokenizer) return undefined;
  if (tokenizer.source === "base" && base_model === undefined) {
    return {
      path: ["tokenizer", "source"],
      what: "The base model's vocabulary is wanted, and there is no base_model.",
      remedy: "Add base_model, or name a model, or take union.",
    };
  }
  return (
    paddingFault(tokenizer) ??
    firstOf(Object.entries(tokenizer.tokens ?? {}), ([token, { source }]) => {
      if (typeof source === "string" || source.kind === "zero") return undefined;
      if ((source.token === undefined) !== (source.token_id === undefined)) return undefined;
      return {
        path: ["tokenizer", "tokens", token, "source"],
        what: `The row for “${token}” needs either token or token_id.`,
        remedy: "Give one of the two.",
      };
    })
  );
}

function paddingFault({ pad_to_multiple_of: multiple }: TokenizerRule): RecipeFault | undefined {
  if (multiple === undefined || (Number.isSafeInteger(multiple) && multiple >= 1 && multiple <= 1024)) return undefined;
  return {
    path: ["tokenizer", "pad_to_multiple_of"],
    what: `${multiple} is no number of rows to pad to.`,
    remedy: "Write a whole number from 1 to 1024.",
  };
}

function rangeFault(slice: Slice, path: RecipePath): RecipeFault | undefined {
  const length = rangeLength(slice, 0);
  return firstOf(slice.sources, (source, index) => {
    const range = source.layer_range;
    if (range === undefined) return undefined;
    const place = [...path, "sources", index, "layer_range"];
    if (!range.every((bound) => Number.isSafeInteger(bound) && bound >= 0) || range[0] > range[1]) {
      return {
        path: place,
        what: `[${range.join(", ")}] is no range of layers.`,
        remedy: "Write [first, end] with whole numbers, first not above end; the layer `end` is not taken.",
      };
    }
    if (rangeLength(slice, index) === length) return undefined;
    return {
      path: place,
      what: `This source gives ${rangeLength(slice, index)} layers where the first of its slice gives ${length}.`,
      remedy: "Give all sources of a slice ranges of equal length.",
    };
  });
}

function rangeLength(slice: Slice, index: number): number | undefined {
  const range = slice.sources[index]?.layer_range;
  return range && range[1] - range[0];
}

function shapeFault(recipe: Recipe): RecipeFault | undefined {
  if (recipe.slices.length === 0) {
    return { path: ["slices"], what: "The recipe has no slices.", remedy: "List models or slices." };
  }
  const sources = recipe.slices.flatMap((slice) => slice.sources);
  const open = sources.filter((source) => source.layer_range === undefined).length;
  if (open > 0 && (open < sources.length || recipe.slices.length > 1)) {
    return {
      path: ["slices"],
      what: "Some sources have a layer_range and some have none.",
      remedy: "Give every source of `slices` a layer_range, or use `models` for all layers.",
    };
  }
  if (open === 0 && recipe.slices.every((slice) => rangeLength(slice, 0) === 0)) {
    return { path: ["slices"], what: "All slices are empty.", remedy: "Let at least one slice hold a layer." };
  }
  return undefined;
}

function parametersFault(
  parameters: Parameters | undefined,
  method: MergeMethod,
  level: Level,
  path: RecipePath,
): RecipeFault | undefined {
  return firstOf(Object.entries(parameters ?? {}), ([name, value]) => {
    const rule = Object.hasOwn(method.parameters, name) ? method.parameters[name] : undefined;
    const place = [...path, name];
    if (!rule) {
      return {
        path: place,
        what: `${method.name} has no parameter “${name}”.`,
        remedy: suggestion(name, Object.keys(method.parameters)),
      };
    }
    if (rule.level === "tensor" && level === "source") {
      return {
        path: place,
        what: `${name} is one value for all models, so it cannot stand at one of them.`,
        remedy: "Move it to the slice's parameters or to the top.",
      };
    }
    return valueFault(name, value, rule, place);
  });
}

function valueFault(
  name: string,
  value: ParameterValue,
  rule: ParameterRule,
  path: RecipePath,
): RecipeFault | undefined {
  if (typeof value !== "object" || isGradient(value)) return settingFault(name, value, rule, path);
  return firstOf(value, (entry, index) => settingFault(name, entry.value, rule, [...path, index, "value"]));
}

function settingFault(name: string, value: Setting, rule: ParameterRule, path: RecipePath): RecipeFault | undefined {
  if (typeof value === "object") {
    if (value.length === 0 || rule.kind === "boolean") {
      return {
        path,
        what: value.length === 0 ? `${name} is an empty list.` : `${name} is true or false and takes no gradient.`,
        remedy: "Give one value.",
      };
    }
    return firstOf(value, (entry, index) => settingFault(name, entry, rule, [...path, index]));
  }
  if (typeof value !== rule.kind) {
    return {
      path,
      what: `${name} is ${JSON.stringify(value)}, and a ${rule.kind} is wanted.`,
      remedy: rule.kind === "boolean" ? "Write true or false." : "Write a number, a list of numbers, or filters.",
    };
  }
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = rule;
  if (typeof value === "boolean" || (value >= min && value <= max)) return undefined;
  return {
    path,
    what: `${name} is ${value}, outside ${min} to ${max}.`,
    remedy: `Choose a value from ${min} to ${max}.`,
  };
}

function firstOf<T>(
  items: readonly T[],
  faultOf: (item: T, index: number) => RecipeFault | undefined,
): RecipeFault | undefined {
  for (const [index, item] of items.entries()) {
    const fault = faultOf(item, index);
    if (fault) return fault;
  }
  return undefined;
}
