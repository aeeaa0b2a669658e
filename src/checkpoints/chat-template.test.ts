import { describe, expect, test } from "vitest";
import { LabError } from "../result";
import { type ChatMessage, renderChat } from "./chat-template";

/** ChatML as SmolLM2 and Qwen publish it, in short. */
const chatMl =
  "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n'}}{% endfor %}" +
  "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";
const messages: readonly ChatMessage[] = [
  { role: "system", content: "Be brief." },
  { role: "user", content: "Hola" },
];
const files = (config: Record<string, unknown>) => ({ tokenizer: {}, config });

describe("a conversation as text", () => {
  test("is written by the checkpoint's template, ready for the answer", () => {
    expect(renderChat(files({ chat_template: chatMl }), messages, "m")).toBe(
      "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nHola<|im_end|>\n<|im_start|>assistant\n",
    );
  });

  test("knows the special tokens, and the default of several templates", () => {
    const chat_template = [
      { name: "tools", template: "no" },
      { name: "default", template: "{{ bos_token }}{{ messages[1].content }}{{ eos_token }}" },
    ];
    const config = { chat_template, bos_token: "<s>", eos_token: { content: "</s>" } };
    expect(renderChat(files(config), messages, "m")).toBe("<s>Hola</s>");
  });

  test.each([
    ["no template", {}],
    ["a template that refuses", { chat_template: "{{ raise_exception('no system role') }}" }],
    ["a template that is broken", { chat_template: "{% for %}" }],
  ])("%s is named", (_, config) => {
    expect(() => renderChat(files(config), messages, "m")).toThrow(LabError);
  });
});
