import { describe, expect, it } from "vitest";
import { inverseFrequencies, rotaryTables } from "./rope";

describe("inverseFrequencies", () => {
  it("are theta^(-2i/A)", () => {
    const frequencies = inverseFrequencies({ theta: 10_000, turned: 8, scaling: { kind: "default" } });
    expect([...frequencies].map((value) => value.toFixed(6))).toEqual(["1.000000", "0.100000", "0.010000", "0.001000"]);
  });

  it("are divided by the factor of linear scaling", () => {
    const [first] = inverseFrequencies({ theta: 10_000, turned: 8, scaling: { kind: "linear", factor: 4 } });
    expect(first).toBe(0.25);
  });

  it("keep short wavelengths, divide long ones and blend between (Llama 3.1)", () => {
    const scaling = {
      kind: "llama3",
      factor: 8,
      lowFrequencyFactor: 1,
      highFrequencyFactor: 4,
      originalContext: 8192,
    } as const;
    const plain = inverseFrequencies({ theta: 500_000, turned: 128, scaling: { kind: "default" } });
    const scaled = inverseFrequencies({ theta: 500_000, turned: 128, scaling });
    // Wavelength 2 pi / f: below 8192 / 4 = 2048 unchanged, above 8192 divided by 8.
    for (const [i, frequency] of plain.entries()) {
      const wavelength = (2 * Math.PI) / frequency;
      const ratio = scaled[i]! / frequency;
      if (wavelength < 2048) expect(ratio).toBe(1);
      else if (wavelength > 8192) expect(ratio).toBeCloseTo(1 / 8, 6);
      else expect(ratio > 1 / 8 && ratio < 1).toBe(true);
    }
    // i = 32: f = 500000^-0.5, wavelength 4442.88, smooth = (8192/4442.88 - 1) / 3 = 0.281287,
    // ratio = (1 - 0.281287)/8 + 0.281287 = 0.371126.
    expect(scaled[32]! / plain[32]!).toBeCloseTo(0.371126, 5);
  });
});

describe("YaRN", () => {
  it("keeps frequencies of many turns, divides those of few, and goes from one to the other in a straight line", () => {
    const scaling = {
      kind: "yarn",
      factor: 4,
      fast: 32,
      slow: 1,
      truncate: true,
      originalContext: 32_768,
      attentionFactor: 0.1 * Math.log(4) + 1,
    } as const;
    const rope = { theta: 1_000_000, turned: 64 };
    const plain = inverseFrequencies({ ...rope, scaling: { kind: "default" } });
    const ratios = inverseFrequencies({ ...rope, scaling }).map((value, i) => value / plain[i]!);
    // 64 ln(32768 / (32 * 2 pi)) / (2 ln 1e6) = 11.79 and with 1 turn 19.82: the ramp goes from pair 11 to pair 20.
    expect(ratios[11]).toBe(1);
    expect(ratios[20]).toBe(0.25);
    // Pair 14 is a third of the way: 1 - (1/3) * (3/4) = 0.75.
    expect(ratios[14]).toBeCloseTo(0.75, 6);
    // Cosines and sines grow by 0.1 ln 4 + 1 = 1.138629.
    expect(rotaryTables({ ...rope, scaling }, 32, 1).cos[0]).toBeCloseTo(1.138629, 6);
  });
});

describe("rotaryTables", () => {
  it("leave what is not turned as it is", () => {
    const { cos, sin } = rotaryTables({ theta: 10_000, turned: 4, scaling: { kind: "default" } }, 3, 2);
    expect([cos[5], sin[5]]).toEqual([1, 0]);
    expect(sin[4]).toBeCloseTo(Math.sin(0.01), 6);
  });

  it("hold cos and sin of position times frequency, one row a position", () => {
    const { cos, sin } = rotaryTables({ theta: 10_000, turned: 4, scaling: { kind: "default" } }, 2, 3);
    expect(cos).toHaveLength(6);
    expect([cos[0], sin[0]]).toEqual([1, 0]);
    expect(cos[4]).toBeCloseTo(Math.cos(2), 6);
    expect(sin[5]).toBeCloseTo(Math.sin(0.02), 6);
  });
});
