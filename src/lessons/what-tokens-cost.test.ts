import { expect } from "vitest";
import { showMetric, type ShownMetric } from "../labs/tokenizers/metric-choice";
import type { TokenizersResult } from "../labs/tokenizers/result";
import { tokensTouching, unpackStrip } from "../labs/tokenizers/strips";
import { TextIndex } from "../tokenization/spans";
import { showFixed } from "../ui/show-fixed";
import { recorded, testFound } from "./testing";
import { lesson } from "./what-tokens-cost";

const tokens = (preset: string) => recorded("tokenizers", preset).result as TokenizersResult;

/** Tokens of a tokenizer that touch the first occurrence of `part` in the text. */
function tokensOf({ text, tokenizers }: TokenizersResult, id: string, part: string): number {
  const index = new TextIndex(text);
  const { strip } = tokenizers.find((tokenizer) => tokenizer.id === id)!;
  const bytesOf = (of: string) => new TextEncoder().encode(of).length;
  const start = bytesOf(text.slice(0, text.indexOf(part)));
  return tokensTouching(unpackStrip(index, strip), [start, start + bytesOf(part)]).size;
}

const scoresOf = ({ tokenizers }: TokenizersResult, id: string, language: string) =>
  tokenizers.find((tokenizer) => tokenizer.id === id)!.languages[language]!;

const giniOf = ({ tokenizers }: TokenizersResult, id: string) =>
  showMetric("gini", tokenizers.find((tokenizer) => tokenizer.id === id)!.gini);

testFound(lesson, [
  () => {
    const result = tokens("why-hindi");
    const ratio = scoresOf(result, "r50k", "hi")["parity-micro"]!;
    const [english, hindi] = result.text.split("\n");
    expect(ratio).toBeGreaterThan(4);
    return {
      choice: "four times as many, or more",
      says: "More than four times",
      numbers: [
        `${showFixed(ratio, 1)} times as many tokens`,
        `the Hindi one takes ${tokensOf(result, "r50k", hindi!)}, the English one ${tokensOf(result, "r50k", english!)}`,
      ],
    };
  },
  () => {
    const result = tokens("bigger-fairer");
    const parity = (id: string, language: string) => scoresOf(result, id, language)["parity-macro"]!;
    const topThree = (of: (language: string) => number) =>
      result.languages.toSorted((a, b) => of(b) - of(a)).slice(0, 3);
    expect(topThree((code) => parity("r50k", code) / parity("o200k", code))).toEqual(
      topThree((code) => parity("r50k", code)),
    );
    const fall = (code: string) => [parity("r50k", code), parity("o200k", code)].map((value) => showFixed(value, 1));
    return {
      choice: "those that paid most gain most",
      says: "Those that paid most gain most",
      numbers: [
        `Hindi falls from ${fall("hi").join(" to ")} times`,
        `German from ${fall("de").join(" to ")}`,
        `falls from ${giniOf(result, "r50k")} to ${giniOf(result, "o200k")}`,
      ],
    };
  },
  () => {
    const result = tokens("emoji");
    const [r50k, cl100k, o200k] = ["r50k", "cl100k", "o200k"].map((id) => tokensOf(result, id, "👨‍👩‍👧‍👦"));
    expect(Math.min(r50k!, cl100k!, o200k!)).toBeGreaterThan(10);
    return {
      choice: "more than ten",
      says: "More than ten",
      numbers: [`${r50k} tokens with GPT-2’s r50k, ${cl100k} with cl100k and ${o200k} with o200k`],
    };
  },
  () => {
    const result = tokens("whole-words");
    const pair = (metric: ShownMetric, ...of: readonly (readonly [id: string, language: string])[]) =>
      of.map(([id, language]) => showMetric(metric, scoresOf(result, id, language)[metric]!));
    const german = [
      ["polyglot-base", "de"],
      ["cl100k", "de"],
    ] as const;
    const crossed = [
      ["cl100k", "tr"],
      ["r50k", "sw"],
    ] as const;
    const whole = "single-token-words-spaced";
    const [more, fewer] = crossed.map(([id, language]) => scoresOf(result, id, language));
    expect(more!["fertility"]!).toBeGreaterThan(fewer!["fertility"]!);
    expect(more![whole]!).toBeGreaterThan(fewer![whole]!);
    return {
      choice: "yes",
      says: "Yes: ",
      numbers: [
        pair("fertility", ...german).join(" and "),
        `${pair(whole, ...german).join(" % and ")} %`,
        pair("fertility", ...crossed).join(" and "),
        `${pair(whole, ...crossed).join(" % and ")} %`,
      ],
    };
  },
]);
