import type { ParameterValue, Recipe } from "./recipe";

/** Parts of the model to which a chat vector may be added. */
export const chatModules = ["attention", "mlp", "norms", "embeddings", "head"] as const;
export type ChatModule = (typeof chatModules)[number];

/**
 * What chat training changed, added to a model that was trained on: θ = θ_target + λ (θ_chat − θ_base), in some modules. Chat Vector
 * (Huang et al. 2023, arXiv 2310.04799). With `templateRows` the rows of these tokens are the chat model's own (ElChat).
 */
export interface ChatVector {
  readonly base: string;
  readonly chat: string;
  readonly target: string;
  readonly lambda: number;
  readonly modules: readonly ChatModule[];
  readonly templateRows: readonly string[];
  /** The chat template of the result, as a recipe has it; `auto` is the chat model's where it alone has one. */
  readonly template?: string;
}

/** Parts of tensors' names by module, in Llama's kin, GPT-2 and Pythia; norms first, as `norm` is part of names within the layers too. */
const filters: Readonly<Record<ChatModule, readonly string[]>> = {
  norms: ["norm", "ln_"],
  attention: ["attn", "attention."],
  mlp: ["mlp"],
  embeddings: ["embed_tokens"],
  head: ["lm_head"],
};
const order: readonly ChatModule[] = ["norms", "attention", "mlp", "embeddings", "head"];

/** As task arithmetic on the base, which mergekit does too: target by 1, chat by λ where the module is switched on. */
export function recipeOfChatVector({
  base,
  chat,
  target,
  lambda,
  modules,
  templateRows,
  template,
}: ChatVector): Recipe {
  const off = order.filter((module) => !modules.includes(module));
  const weight: ParameterValue =
    off.length === 0
      ? lambda
      : [...off.flatMap((module) => filters[module].map((filter) => ({ filter, value: 0 }))), { value: lambda }];
  return {
    merge_method: "task_arithmetic",
    base_model: base,
    slices: [
      {
        sources: [
          { model: base },
          { model: target, parameters: { weight: 1 } },
          { model: chat, parameters: { weight } },
        ],
      },
    ],
    ...(templateRows.length > 0 && {
      tokenizer: {
        source: target,
        tokens: Object.fromEntries(templateRows.map((token) => [token, { source: chat, force: true }])),
      },
    }),
    ...(template !== undefined && { chat_template: template }),
  };
}

/** The chat vector that a recipe amounts to; undefined where it is another one. */
export function chatVectorOf(recipe: Recipe): ChatVector | undefined {
  const [base, target, chat] = recipe.slices[0]?.sources ?? [];
  if (recipe.merge_method !== "task_arithmetic" || !base || !target || !chat) return undefined;
  const weight = chat.parameters?.["weight"];
  const last = Array.isArray(weight) ? (weight as readonly unknown[]).at(-1) : weight;
  const lambda = typeof last === "object" && last !== null && "value" in last ? last.value : last;
  if (typeof lambda !== "number") return undefined;
  const named = Array.isArray(weight) ? weight : [];
  const off = new Set(named.flatMap((entry) => (typeof entry === "object" && entry.filter ? [entry.filter] : [])));
  const found: ChatVector = {
    base: base.model,
    chat: chat.model,
    target: target.model,
    lambda,
    modules: chatModules.filter((module) => !filters[module].every((filter) => off.has(filter))),
    templateRows: Object.keys(recipe.tokenizer?.tokens ?? {}),
    ...(recipe.chat_template !== undefined && { template: recipe.chat_template }),
  };
  return JSON.stringify(recipeOfChatVector(found)) === JSON.stringify(recipe) ? found : undefined;
}
