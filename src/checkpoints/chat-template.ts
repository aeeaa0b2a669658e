import { LabError } from "../result";
import { renderBounded } from "./bounded-template";
import type { TokenizerFiles } from "./checkpoint";

/** One turn of a conversation. */
export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/**
 * A conversation as the text that the model was trained to continue: its `chat_template` over the messages, ready for the
 * assistant's turn. Special tokens stand in the text, so it is read without adding any. Throws `tokenizer-invalid` where there is no
 * template, or where the template refuses the messages.
 */
export function renderChat({ config }: TokenizerFiles, messages: readonly ChatMessage[], checkpoint: string): string {
  const source = templateOf(config["chat_template"]);
  if (source === undefined) {
    throw new LabError({
      code: "tokenizer-invalid",
      what: `${checkpoint} has no chat template: it was not trained to converse, or does not say how.`,
      remedy: "Give it a text to continue instead, or choose an instruct model.",
      facts: { checkpoint },
    });
  }
  try {
    return renderBounded(source, {
      messages: messages.map(({ role, content }) => ({ role, content })),
      add_generation_prompt: true,
      bos_token: tokenText(config["bos_token"]),
      eos_token: tokenText(config["eos_token"]),
      unk_token: tokenText(config["unk_token"]),
      pad_token: tokenText(config["pad_token"]),
    });
  } catch (thrown) {
    throw new LabError({
      code: "tokenizer-invalid",
      what: `The chat template of ${checkpoint} does not take these messages: ${thrown instanceof Error ? thrown.message.slice(0, 200) : String(thrown)}`,
      remedy:
        "Let user and assistant take turns, beginning with the user; leave out the system message where the model has none.",
      facts: { checkpoint },
    });
  }
}

/** A template, or the one called `default` of several. */
function templateOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return undefined;
  const named = value as readonly { readonly name?: unknown; readonly template?: unknown }[];
  const template = (named.find(({ name }) => name === "default") ?? named[0])?.template;
  return typeof template === "string" ? template : undefined;
}

/** A special token is a text, or an object that holds one. */
function tokenText(value: unknown): string {
  if (typeof value === "string") return value;
  const content = (value as { readonly content?: unknown } | null | undefined)?.content;
  return typeof content === "string" ? content : "";
}
