import { describe, expect, test } from "vitest";
import { problemOf } from "../result";
import { renderChat } from "./chat-template";

const messages = [{ role: "user", content: "Hola" }] as const;
const render = (chat_template: string) => renderChat({ tokenizer: {}, config: { chat_template } }, messages, "m");

function problemIn(template: string) {
  try {
    render(template);
    return null;
  } catch (thrown) {
    return problemOf(thrown);
  }
}

describe("a hostile chat template is stopped with a message", () => {
  const nested = (depth: number): string =>
    depth === 0 ? "x" : `{% for i in range(1000) %}${nested(depth - 1)}{% endfor %}`;

  test.each([
    ["a loop of a thousand million", nested(3), /does not come to an end|writes more/],
    ["a giant list", "{% for i in range(999999) %}{% endfor %}", /giant list/],
    ["a giant margin", "{{ messages | tojson(indent=99999 * 99999) }}", /reckons with 9999800001/],
    ["a list without end", "{{ range(0, 10, 0) }}", /giant list/],
    [
      "a string that doubles",
      `{% set ns = namespace(s='xxxxxxxx') %}{% for i in range(60) %}{% set ns.s = ns.s + ns.s %}{% endfor %}`,
      /writes more/,
    ],
    ["a macro that calls itself", "{% macro f(x) %}{{ f(x) }}{% endmacro %}{{ f(1) }}", /./],
    ["a source of a megabyte", "x".repeat(1_000_000), /1000000 characters/],
  ])("%s", (_, template, why) => {
    const problem = problemIn(template);
    expect(problem?.code).toBe("tokenizer-invalid");
    expect(problem?.what).toMatch(why);
    expect(problem?.remedy).not.toBe("");
  });

  test.each([
    "{{ messages.constructor }}",
    "{{ ''.__proto__ }}",
    "{{ messages[0].__proto__.polluted }}",
    "{{ messages.constructor.constructor('return globalThis')() }}",
    "{% set ns = namespace() %}{% set ns.__proto__ = 'x' %}{{ ns.__proto__.constructor }}",
    "{{ range.constructor('return 1')() }}",
  ])("%s reaches no object of JavaScript", (template) => {
    const text = problemIn(template) === null ? render(template) : "";
    expect(text).not.toMatch(/function|native|\[object/);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

test("a template that names the day gets it, and lists of common length work", () => {
  expect(render("{{ strftime_now('%Y') }}")).toBe(String(new Date().getFullYear()));
  expect(render("{% for i in range(1, 6, 2) %}{{ i }}{% endfor %}")).toBe("135");
});
