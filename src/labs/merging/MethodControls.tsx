import type { Document } from "../../experiments/documents/merging";
import { withParameter, withSourceParameter } from "../../merging/method-recipe";
import { methodOf } from "../../merging/methods/index";
import type { ParameterRule } from "../../merging/methods/method";
import type { Parameters } from "../../merging/recipe";
import { Checkbox } from "../../ui/Checkbox";
import { Slider } from "../../ui/Slider";
import type { PanelProps } from "../lab";

/** The parameters of the recipe's method: one value for all layers and models; weights one a model. */
export function MethodControls({ document, edit }: PanelProps<Document>) {
  const { recipe } = document;
  const method = methodOf(recipe.merge_method);
  const experts = [...new Set(recipe.slices.flatMap(({ sources }) => sources.map(({ model }) => model)))].filter(
    (model) => method.base === "none" || model !== recipe.base_model,
  );
  const change = (next: Document["recipe"], gesture?: string) => edit({ recipe: next, draft: "" }, gesture);
  return (
    <>
      {Object.entries(method.parameters).map(([name, rule]) => {
        if (rule.kind === "boolean") {
          return (
            <Checkbox
              key={name}
              label={`${name}: ${rule.meaning}`}
              checked={(recipe.parameters?.[name] ?? rule.default) === true}
              onChange={(value) => change(withParameter(recipe, name, value))}
            />
          );
        }
        if (rule.level === "source" && (name === "weight" || name === "scale")) {
          return experts.map((model) => (
            <NumberParameter
              key={`${name} ${model}`}
              label={`${name} of ${model}`}
              rule={rule}
              value={numberIn(ownOf(recipe.slices[0]?.sources, model), name) ?? numberIn(recipe.parameters, name)}
              onChange={(value, gesture) => change(withSourceParameter(recipe, model, name, value), gesture)}
            />
          ));
        }
        return (
          <NumberParameter
            key={name}
            label={name}
            rule={rule}
            value={numberIn(recipe.parameters, name)}
            onChange={(value, gesture) => change(withParameter(recipe, name, value), gesture)}
          />
        );
      })}
    </>
  );
}

interface NumberParameterProps {
  readonly label: string;
  readonly rule: ParameterRule;
  /** Undefined where the recipe gives none, or more than one number. */
  readonly value: number | undefined;
  readonly onChange: (value: number, gesture: string) => void;
}

function NumberParameter({ label, rule, value, onChange }: NumberParameterProps) {
  const [min, max] = [Math.max(-2, rule.min ?? 0), Math.min(rule.default === 0 ? 100 : 2, rule.max ?? 2)];
  const whole = Number.isInteger(rule.default) && (rule.max ?? 0) > 20 && rule.default !== 1;
  return (
    <Slider
      label={label}
      value={value ?? Number(rule.default ?? 0)}
      min={whole ? (rule.min ?? 0) : min}
      max={whole ? Math.min(100, rule.max ?? 100) : max}
      step={whole ? 1 : 0.01}
      help={rule.meaning}
      onChange={(next, gesture) => onChange(whole ? Math.round(next) : Math.round(next * 1e4) / 1e4, gesture)}
    />
  );
}

function ownOf(
  sources: Document["recipe"]["slices"][number]["sources"] | undefined,
  model: string,
): Parameters | undefined {
  return sources?.find((source) => source.model === model)?.parameters;
}

function numberIn(parameters: Parameters | undefined, name: string): number | undefined {
  const value = parameters?.[name];
  return typeof value === "number" ? value : undefined;
}
