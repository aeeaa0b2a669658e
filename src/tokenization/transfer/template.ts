import type { TokenizerFiles } from "../hf-model";

interface Added {
  readonly id: number;
  readonly content: string;
}

interface Template {
  readonly type?: string;
  readonly special_tokens?: Readonly<Record<string, { readonly tokens: readonly string[] }>>;
}

/** The contents of the added tokens, in the order of their ids: what a vocabulary in this one's place must begin with. */
export function specialTokensOf({ tokenizer }: TokenizerFiles): readonly string[] {
  const added = (tokenizer["added_tokens"] ?? []) as readonly Added[];
  return added.toSorted((a, b) => a.id - b.id).map(({ content }) => content);
}

/**
 * The target with the template of the source, so that both begin a text alike, and with its config (names of special tokens, chat
 * template). As it was where the source has no template, or one that names tokens that the target does not have.
 */
export function withTemplateOf(source: TokenizerFiles, target: TokenizerFiles): TokenizerFiles {
  const template = source.tokenizer["post_processor"] as Template | null | undefined;
  const added = (target.tokenizer["added_tokens"] ?? []) as readonly Added[];
  const idOf = new Map(added.map(({ id, content }) => [content, id]));
  if (template?.type !== "TemplateProcessing") return target;
  const special = Object.entries(template.special_tokens ?? {});
  if (!special.every(([, { tokens }]) => tokens.every((token) => idOf.has(token)))) return target;
  const { added_tokens_decoder: _, ...config } = source.config;
  return {
    config: { ...target.config, ...config },
    tokenizer: {
      ...target.tokenizer,
      post_processor: {
        ...template,
        special_tokens: Object.fromEntries(
          special.map(([name, entry]) => [name, { ...entry, ids: entry.tokens.map((token) => idOf.get(token)!) }]),
        ),
      },
    },
  };
}
