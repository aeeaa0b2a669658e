import { describe, expect, it } from "vitest";
import { createByteEncoder } from "../byte-encoder";
import { createGraphemeEncoder } from "../character-encoder";
import { seededRandom } from "../../random";
import { unwrap } from "../../result";
import type { Encoder } from "../encoder";
import { createEncoder } from "../hf-encoder";
import { withSpans } from "../token-builder";
import { bytesPerToken, charactersPerToken } from "./compression";
import { continuedWords } from "./continued-words";
import { efficiency, renyiEntropy } from "./entropy";
import { fertilityInContext, fertilityIsolated } from "./fertility";
import { estimateOver, estimator } from "./estimate";
import { fragmentShare, unknownShare } from "./fragments";
import { codeLength, percentileFrequency } from "./frequency";
import { costGini, gini } from "./gini";
import { graphemeBreaks } from "./grapheme-breaks";
import { metrics } from "./index";
import { frequenciesOf, type Sample, sampleOf, tokenCount } from "./metric";
import { parityMacro, parityMicro } from "./parity";
import { renyiEfficiency, shannonEfficiency } from "./renyi";
import { singleTokenWordsBare, singleTokenWordsSpaced } from "./single-token-words";
import { typeTokenRatio, vocabularyUse } from "./vocabulary-use";

const utf8 = new TextEncoder();

/** An encoder that cuts a text where `cut` says, ids in order of first sight. */
function encoderOf(cut: (text: string) => readonly string[], vocabularySize = 100): Encoder {
  const ids = new Map<string, number>();
  return {
    ...createByteEncoder(),
    vocabularySize,
    encode(text) {
      let end = 0;
      return withSpans(
        text,
        cut(text).map((piece) => {
          const id = ids.get(piece) ?? ids.size;
          ids.set(piece, id);
          end += utf8.encode(piece).length;
          return { id, piece, end, special: false };
        }),
      );
    },
  };
}

/** Cuts at bars, which are not part of the text: "a|b" is the text "ab" in two tokens. */
function barred(...lines: readonly string[]): Sample {
  const cuts = new Map(lines.map((line) => [line.replaceAll("|", ""), line.split("|")]));
  return sampleOf(
    encoderOf((text) => cuts.get(text) ?? Array.from(text)),
    [...cuts.keys()],
  );
}

const single = encoderOf((text) => (text === "" ? [] : [text]));

describe("fertility and compression (ISSAI's example)", () => {
  it("of 'I want to say hello' in 6 tokens: 6 / 5 = 1.2 per word, 19 / 6 = 3.17 characters per token", () => {
    const sample = barred("I| want| to| say| hel|lo");
    expect(fertilityInContext.compute(sample)).toBe(1.2);
    expect(charactersPerToken.compute(sample)).toBeCloseTo(3.17, 2);
    expect(bytesPerToken.compute(sample)).toBeCloseTo(19 / 6, 12);
  });

  it("in 12 tokens: 2.4 and 1.58", () => {
    const sample = barred("I| w|ant| t|o| s|ay| h|e|l|l|o");
    expect(tokenCount(sample)).toBe(12);
    expect(fertilityInContext.compute(sample)).toBe(2.4);
    expect(charactersPerToken.compute(sample)).toBeCloseTo(1.58, 2);
  });

  it("in context is not defined where words are written without spaces", () => {
    expect(fertilityInContext.compute(barred("人人|生而|自由"))).toBeNull();
  });

  it("word by word counts each word alone: bytes of an 2, of été 5, so 7 / 2", () => {
    expect(fertilityIsolated.compute(sampleOf(createByteEncoder(), ["an été!"], "fr"))).toBe(3.5);
  });
});

describe("words", () => {
  it("continued: 2 of 5 when want and hello are cut, punctuation not counted", () => {
    expect(continuedWords.compute(barred("I| wa|nt| to| say| hel|lo|!"))).toBe(0.4);
  });

  it("kept whole: a vocabulary that holds words only after a space", () => {
    const spaced = encoderOf((text) =>
      text.split(/(?= )/u).flatMap((piece) => (piece.startsWith(" ") ? [piece] : Array.from(piece))),
    );
    const sample = sampleOf(spaced, ["the cat a"], "en");
    expect(singleTokenWordsSpaced.compute(sample)).toBe(100);
    expect(singleTokenWordsBare.compute(sample)).toBeCloseTo(100 / 3, 12);
  });

  it("kept whole: a tokenizer of Llama 2's family, which puts a space of its own before a text", () => {
    const tokenizer = {
      added_tokens: [],
      pre_tokenizer: null,
      post_processor: null,
      normalizer: {
        type: "Sequence",
        normalizers: [
          { type: "Prepend", prepend: "▁" },
          { type: "Replace", pattern: { String: " " }, content: "▁" },
        ],
      },
      model: {
        type: "BPE",
        vocab: Object.fromEntries(
          ["<unk>", "▁", "a", "c", "t", "s", "ca", "cat", "▁cat"].map((piece, id) => [piece, id]),
        ),
        merges: ["c a", "ca t", "▁ cat"],
        unk_token: "<unk>",
      },
      decoder: { type: "Replace", pattern: { String: "▁" }, content: " " },
    };
    const encoder = unwrap(createEncoder({ tokenizer, config: {} }, "llama"));
    expect(encoder.encode(" cat").map(({ piece }) => piece)).toEqual(["▁", "▁cat"]);
    const sample = sampleOf(encoder, ["a cat sat"], "en");
    expect(singleTokenWordsSpaced.compute(sample)).toBeCloseTo(100 / 3, 12);
    expect(singleTokenWordsBare.compute(sample)).toBeCloseTo(100 / 3, 12);
  });

  it("not kept whole: a word and the one before it in one token, a space in one of its own", () => {
    expect(singleTokenWordsSpaced.compute(sampleOf(single, ["the cat"], "en"))).toBe(0);
    const doubled = encoderOf((text) => text.split(/(?<= )|(?= )/u));
    expect(singleTokenWordsSpaced.compute(sampleOf(doubled, ["the cat"], "en"))).toBe(0);
  });
});

describe("parity", () => {
  it("of 12 tokens against 8 for one sentence is 1.5", () => {
    const [twelve, eight] = [barred("a|b|c|d|e|f|g|h|i|j|k|l"), barred("a|b|c|d|e|f|g|h")];
    expect(parityMicro.compute(twelve, eight)).toBe(1.5);
    expect(parityMacro.compute(twelve, eight)).toBe(1.5);
  });

  it("differs by convention: lines 4 against 1 and 4 against 4 give 8 / 5 or (4 + 1) / 2", () => {
    const [sample, reference] = [barred("a|b|c|d", "e|f|g|h"), barred("a", "b|c|d|e")];
    expect(parityMicro.compute(sample, reference)).toBe(1.6);
    expect(parityMacro.compute(sample, reference)).toBe(2.5);
  });
});

describe("entropy (tokenization-scorer's own tests)", () => {
  const texts = [
    "pick |@@ed |pick |@@l |@@ed |pick |@@les ",
    "pick |@@e |@@d |pick |@@l |@@e |@@d |pick |@@l |@@e |@@s ",
  ].map((line) => barred(line)) as [Sample, Sample];

  it.each([
    [0, 0.8265064834225245, 1.653012966845049, 0.9211854965885544, 1.8423709931771088, 0.857142857, 14, 7],
    [
      1, 0.9204840242168808, 2.1372977167241545, 0.9609557933859342, 2.2312702546075758, 0.909090909,
      25.541209043760983, 11,
    ],
  ] as const)("text %i + 1", (index, renyi, renyiBits, shannon, shannonBits, percentile, bits, length) => {
    const sample = texts[index];
    const counts = index === 0 ? [3, 2, 1, 1] : [3, 3, 2, 2, 1];
    expect(renyiEfficiency.compute(sample)).toBeCloseTo(renyi, 14);
    expect(renyiEntropy(frequenciesOf(counts), 2.5)).toBeCloseTo(renyiBits, 14);
    expect(shannonEfficiency.compute(sample)).toBeCloseTo(shannon, 14);
    expect(renyiEntropy(frequenciesOf(counts), 1)).toBeCloseTo(shannonBits, 14);
    expect(percentileFrequency.compute(sample)).toBeCloseTo(percentile, 9);
    expect(codeLength.compute(sample)).toBeCloseTo(bits, 12);
    expect(tokenCount(sample)).toBe(length);
  });

  it("of p = (1/2, 1/4, 1/4): -log2(3/8) / log2 3 = 0.8928 at order 2, 1.5 / log2 3 = 0.9464 at order 1", () => {
    expect(efficiency(frequenciesOf([2, 1, 1]), 2)).toBeCloseTo(0.8928, 4);
    expect(efficiency(frequenciesOf([2, 1, 1]), 1)).toBeCloseTo(0.9464, 4);
    expect(efficiency(frequenciesOf([2, 1, 1]), 1 + 1e-9)).toBeCloseTo(0.9464, 4);
  });

  it("of equal shares is 1 at every order", () => {
    for (const alpha of [0.5, 1, 2, 2.5, 3]) expect(efficiency(frequenciesOf([4, 4, 4]), alpha)).toBeCloseTo(1, 14);
  });
});

describe("Gini", () => {
  it("of costs 1 and 3: (0 + 2 + 2 + 0) / (2 · 4 · 2) = 0.25; of equal costs 0", () => {
    expect(gini([1, 3])).toBe(0.25);
    expect(gini([5, 5, 5])).toBe(0);
    expect(costGini.compute([barred("a"), barred("b|c|d")])).toBe(0.25);
  });
});

describe("vocabulary", () => {
  it("use: 4 different ids of 100 rows; 4 types in 7 tokens", () => {
    const sample = barred("pick |@@ed |pick |@@l |@@ed |pick |@@les ");
    expect(vocabularyUse.compute(sample)).toBe(0.04);
    expect(typeTokenRatio.compute(sample)).toBeCloseTo(4 / 7, 12);
  });
});

describe("characters that tokens break", () => {
  it("bytes break each of ए क, not a space: 2 of 3 graphemes; all 6 bytes of letters are fragments, of 7", () => {
    const sample = sampleOf(createByteEncoder(), ["ए क"]);
    expect(graphemeBreaks.compute(sample)).toBeCloseTo(2 / 3, 12);
    expect(fragmentShare.compute(sample)).toBeCloseTo(6 / 7, 12);
  });

  it("a boundary before a vowel sign breaks the grapheme but leaves no fragment", () => {
    const sample = barred("क|ि");
    expect(graphemeBreaks.compute(sample)).toBe(1);
    expect(fragmentShare.compute(sample)).toBe(0);
  });

  it("graphemes break none", () => {
    const sample = sampleOf(createGraphemeEncoder(), ["हिन्दी 👨‍👩‍👧‍👦 e\u0301"]);
    expect(graphemeBreaks.compute(sample)).toBe(0);
    expect(fragmentShare.compute(sample)).toBe(0);
  });

  it("a word that is the unknown token is not kept whole: one of two is 50 %", () => {
    const encoder = { ...single, unknownId: single.encode("నీరు")[0]?.id };
    expect(singleTokenWordsBare.compute(sampleOf(encoder, ["నీరు water"]))).toBe(50);
  });

  it("unknown tokens are counted apart from bytes", () => {
    const sample = sampleOf({ ...single, unknownId: single.encode("?")[0]?.id }, ["?", "a"]);
    expect(unknownShare.compute(sample)).toBe(0.5);
    expect(fragmentShare.compute(sample)).toBe(0);
    expect(fragmentShare.compute(barred("a|<0x0A>"))).toBe(0.5);
  });
});

describe("intervals", () => {
  const random = () => seededRandom(1);

  it("lines that are alike leave none, lines that differ span their mean; the reference's lines stay beside them", () => {
    const [even, uneven] = [barred("a|b", "c|d"), barred("abcd", "a|b|c|d|e|f")];
    expect(estimator(even, even, random)(parityMicro)).toEqual({ value: 1, interval: [1, 1] });
    // Tokens 1 and 6 over 2 and 2: 7 / 4, and drawn anew from 1 / 2 to 3.
    const { value, interval } = estimator(uneven, even, random)(parityMicro);
    expect([value, interval]).toEqual([7 / 4, [0.5, 3]]);
  });

  it("what counts ids lies around its value: of lines a|b and a|c a draw has 2 ids or, half the time, 3", () => {
    // Ids of 100 rows: 0.03 ± 1.96 · 0.005, as 2 and 3 with equal odds deviate by half an id.
    const sample = barred("a|b", "a|c");
    const { value, interval } = estimator(sample, undefined, random)(vocabularyUse);
    expect(value).toBe(0.03);
    expect(interval![0]).toBeCloseTo(0.03 - 1.96 * 0.005, 3);
    expect(interval![0] + interval![1]).toBeCloseTo(2 * 0.03, 12);
  });

  it("none goes below 0: of forty a and one b 2 / 41 are types, and of a draw of b alone, a quarter of all, half", () => {
    const many = Array.from({ length: 40 }, () => "a").join("|");
    const { value, interval } = estimator(barred(many, "b"), undefined, random)(typeTokenRatio);
    expect(value).toBe(2 / 41);
    expect(interval![0]).toBe(0);
  });

  it("one line has none, nor a pair without its reference", () => {
    const sample = barred("a|b|a");
    const of = estimator(sample, undefined, random);
    expect(of(renyiEfficiency)).toEqual({ value: renyiEfficiency.compute(sample), interval: null });
    expect(of(parityMacro)).toEqual({ value: null, interval: null });
  });

  it("Gini takes the same lines of every language: costs 1, 1 and 1, 3 a line give 0, 1 / 6 or 1 / 4", () => {
    // Both draws the first line: costs 1 and 1. One of each: 1 and 2, 2 / (2 · 4 · 1.5). Both the second: 1 and 3.
    const samples = [barred("a", "b"), barred("c", "d|e|f")];
    expect(estimateOver(costGini, samples, random())).toEqual({ value: 1 / 6, interval: [0, 0.25] });
    expect(estimateOver(costGini, [], random())).toEqual({ value: null, interval: null });
  });

  it("every metric of a text or a pair has one", () => {
    const of = estimator(barred("a| b|c", "d|e| f|a"), barred("a| b", "c| d|e"), random);
    for (const metric of metrics)
      if (metric.kind !== "languages") expect(of(metric).interval, metric.id).not.toBeNull();
  });
});

describe("every metric (rule 8)", () => {
  it.each(metrics)("$id names its formula, convention and source", (metric) => {
    for (const text of [metric.name, metric.formula, metric.convention, metric.source, metric.unit]) {
      expect(text).not.toBe("");
    }
  });

  it.each(metrics)("$id of nothing is null, never NaN", (metric) => {
    for (const lines of [[], [""]]) {
      const empty = sampleOf(single, lines);
      if (metric.kind === "text") expect(metric.compute(empty)).toBeOneOf([null, 0]);
      else if (metric.kind === "pair") expect(metric.compute(empty, empty)).toBeNull();
      else expect(metric.compute([])).toBeNull();
    }
  });

  it("has an id of its own", () => {
    expect(new Set(metrics.map((metric) => metric.id)).size).toBe(metrics.length);
  });
});
