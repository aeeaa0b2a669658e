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

describe("a hostile template", () => {
  const rendered = (chat_template: string) => renderChat(files({ chat_template }), messages, "m");

  test.each([
    [
      "a loop in a loop",
      `{% for a in range(999) %}{% for b in range(99) %}{% set c = a${" + b".repeat(99)} %}{% endfor %}{% endfor %}`,
      "does not come to an end",
    ],
    [
      "a text that doubles",
      "{% set n = namespace(s='aaaa') %}{% for i in range(99) %}{% set n.s = n.s + n.s %}{% endfor %}{{ n.s }}",
      "writes more than any conversation",
    ],
    ["a giant list", "{{ range(999999) }}", "asks for a giant list"],
    ["a giant margin", "{{ messages | tojson(indent=99999 * 99999) }}", "reckons with 9999800001"],
  ])("%s is stopped with a message", (_, template, reason) => {
    expect(() => rendered(template)).toThrow(new RegExp(`does not take these messages: .*${reason}`));
  });

  test.each([
    "{{ ''.constructor.constructor('return 1')() }}",
    "{{ messages.__proto__.polluted }}",
    "{{ messages[0]['__proto__']['constructor'] }}",
    "{% set n = namespace() %}{% set n.__proto__ = messages %}{{ n.polluted }}",
  ])("%s reaches no prototype", (template) => {
    let text = "";
    try {
      text = rendered(template);
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(LabError);
    }
    expect(text).not.toMatch(/function|object|native/);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect("polluted" in {}).toBe(false);
  });
});
