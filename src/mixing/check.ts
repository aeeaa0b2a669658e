import { fail, ok, type Problem, type Result } from "../result";
import { logSoftmax } from "./distribution";
import type { Materials, Mixed, Mixer, MixParameters, MixStep, ParameterRule, Values } from "./mixer";

/** Parameters with the defaults filled in, or what is wrong with them. `models` is how many models there are. */
export function resolveParameters(
  mixer: Mixer,
  models: number,
  given: Partial<MixParameters> = {},
): Result<MixParameters> {
  const count = countProblem(mixer, models);
  if (count) return fail(count);
  const problems: Problem[] = [];
  const resolve = (level: ParameterRule["level"], values: Values = {}): Values => {
    const rules = Object.entries(mixer.parameters).filter(([, rule]) => rule.level === level);
    const unknown = Object.keys(values).find((name) => !rules.some(([known]) => known === name));
    if (unknown !== undefined) {
      const known = rules.map(([name]) => name).join(", ") || "none";
      problems.push(invalid(`${mixer.title} has no parameter “${unknown}”.`, `It knows: ${known}.`));
    }
    return Object.fromEntries(
      rules.map(([name, rule]) => {
        const value = values[name] ?? rule.default;
        const problem = valueProblem(name, rule, value);
        if (problem) problems.push(problem);
        return [name, value];
      }),
    );
  };
  const resolved: MixParameters = {
    shared: resolve("shared", given.shared),
    models: Array.from({ length: models }, (_, i) => resolve("model", given.models?.[i])),
  };
  for (const [name, rule] of Object.entries(mixer.parameters)) {
    if (rule.level === "model" && rule.kind === "number" && resolved.models.every((values) => values[name] === 0)) {
      problems.push(invalid(`The ${name} is 0 for every model.`, "Give at least one model a value above 0."));
    }
  }
  return problems[0] ? fail(problems[0]) : ok(resolved);
}

function countProblem({ title, models: { min, max, by = 1 } }: Mixer, models: number): Problem | undefined {
  if (models < min || models > max) {
    const wanted = min === max ? `${min}` : `${min} to ${max}`;
    return invalid(`${title} takes ${wanted} models; there are ${models}.`, `Choose ${wanted} models.`);
  }
  if ((models - min) % by !== 0) {
    return invalid("One model stands without the other of its pair.", "Choose both of the pair: tuned and untuned.");
  }
  return undefined;
}

function valueProblem(name: string, rule: ParameterRule, value: number | string): Problem | undefined {
  if (rule.kind === "choice") {
    if (rule.options.includes(String(value))) return undefined;
    return invalid(`“${value}” is no value of ${name}.`, `Take one of: ${rule.options.join(", ")}.`);
  }
  if (typeof value === "number" && value >= rule.min && value <= rule.max) return undefined;
  return invalid(
    `${name} is ${value}; it must be a number from ${rule.min} to ${rule.max}.`,
    `Set it inside these bounds; ${rule.default} is the default.`,
  );
}

/** What one step needs; what may be left out has a neutral default. */
export type StepInput = Pick<MixStep, "logits"> & Partial<Omit<MixStep, "logits" | "logProbabilities" | "parameters">>;

/** The mixer on one step, checked on the way in and out. `parameters` are resolved. */
export function mix(
  mixer: Mixer,
  input: StepInput,
  parameters: MixParameters,
): Result<Mixed & { readonly step: MixStep }> {
  const { logits, materials = {} } = input;
  const problem =
    countProblem(mixer, logits.length) ?? logitsProblem(mixer, logits) ?? materialProblem(mixer, materials);
  if (problem) return fail(problem);
  const step: MixStep = {
    past: [],
    rejected: [],
    promptIds: [],
    promptLikelihoods: [],
    ...input,
    materials,
    parameters,
    logProbabilities: logits.map(logSoftmax),
  };
  const mixed = mixer.mix(step);
  if (mixed.logits.some(Number.isNaN) || mixed.logits.includes(Number.POSITIVE_INFINITY)) {
    return fail({
      code: "logits-nan",
      what: `${mixer.title} gave a number that is not finite.`,
      remedy: "Take smaller weights, or a model that does not exclude tokens as the one that is subtracted.",
    });
  }
  if (mixed.rewindTo === undefined && mixed.logits.every((logit) => logit === Number.NEGATIVE_INFINITY)) {
    return fail(
      invalid(
        "No token is left: everything is excluded here.",
        "Loosen the filter or the threshold, or join filters with “any”.",
      ),
    );
  }
  return ok({ ...mixed, step });
}

function logitsProblem(mixer: Mixer, logits: readonly Float32Array[]): Problem | undefined {
  const roleOf = (model: number) => mixer.roles[Math.min(model, mixer.roles.length - 1)]!.id;
  for (const [model, row] of logits.entries()) {
    if (row.length !== logits[0]!.length) return vocabularyProblem(logits[0]!.length, row.length);
    const broken = row.some(Number.isNaN) || row.includes(Number.POSITIVE_INFINITY);
    if (broken || row.every((logit) => logit === Number.NEGATIVE_INFINITY)) {
      return {
        code: "logits-nan",
        what: `The numbers of model ${model + 1} (${roleOf(model)}) are not finite: its output means nothing.`,
        remedy: "Load this model with f32 weights, or take a smaller strength where it is steered.",
        facts: { model },
      };
    }
  }
  return undefined;
}

/** Two models whose ids mean different tokens. */
export function vocabularyProblem(first: number | string, other: number | string): Problem {
  const unit = typeof first === "number" ? " tokens" : "";
  return {
    code: "tokenizer-mismatch",
    what: `The models have different vocabularies (${first}${unit} and ${other}${unit}), so one id stands for different texts.`,
    remedy: "Choose models with the same tokenizer, or let them decode in bytes, where every vocabulary is the same.",
    facts: { first, other },
  };
}

function materialProblem({ title, needs }: Mixer, materials: Materials): Problem | undefined {
  if (needs === undefined || materials[needs]) return undefined;
  const remedies = {
    filter: "Add a filter: a script, letters, a word list or a pattern.",
    difficulty: "Add a graded word list and a level.",
    head: "Name the words that are wanted, and decode in tokens.",
    gate: "Decode in tokens: the gate is learnt on the logits of tokens.",
    band: "Measure the entropy band on a few texts by people.",
  };
  return invalid(`${title} needs something that is missing: ${needs}.`, remedies[needs]);
}

function invalid(what: string, remedy: string): Problem {
  return { code: "input-invalid", what, remedy };
}
