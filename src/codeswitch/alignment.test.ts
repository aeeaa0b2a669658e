import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Alignment, parsePharaoh, printPharaoh, scoreAlignments, sortLinks, toggleLink } from "./alignment";

const link = fc.record({ first: fc.nat(9), second: fc.nat(9) });

describe("alignment (SPEC 2)", () => {
  test("2.1 printing and reading give the same set", () => {
    fc.assert(
      fc.property(fc.array(link), (links) => {
        const sorted = sortLinks(links);
        expect(parsePharaoh(printPharaoh(sorted), [10, 10])).toEqual({ ok: true, value: sorted });
      }),
    );
  });

  test("2.1 toggling twice changes nothing", () => {
    fc.assert(
      fc.property(fc.array(link), link, (links, one) => {
        const sorted = sortLinks(links);
        expect(toggleLink(toggleLink(sorted, one), one)).toEqual(sorted);
      }),
    );
  });

  test("2.1 order, doubles, commas and line breaks", () => {
    expect(parsePharaoh("2-1, 0-0\n0-0;1-2", [3, 3])).toEqual({
      ok: true,
      value: [
        { first: 0, second: 0 },
        { first: 1, second: 2 },
        { first: 2, second: 1 },
      ],
    });
    expect(parsePharaoh("  ", [3, 3])).toEqual({ ok: true, value: [] });
  });

  test.each([
    ["0-0 1_2", "“1_2” at position 5"],
    ["0-0 1-", "“1-” at position 5"],
    ["0-0 7-1", "The link 7-1 points to word 7 of the first sentence, which has 3 words."],
    ["0-0 1-4", "The link 1-4 points to word 4 of the second sentence, which has 4 words."],
  ])("2.2 %s", (text, what) => {
    const read = parsePharaoh(text, [3, 4]);
    expect(read.ok).toBe(false);
    if (!read.ok) {
      expect(read.problem.code).toBe("alignment-invalid");
      expect(read.problem.what).toContain(what);
      expect(read.problem.remedy).not.toBe("");
    }
  });

  test("2.3 AER by hand", () => {
    // A = {0-0, 1-1, 2-2}, S = {0-0, 1-2}, P = S + {1-1}: |A and S| = 1, |A and P| = 2, AER = 1 - 3/5
    const score = scoreAlignments([{ proposed: links("0-0 1-1 2-2"), sure: links("0-0 1-2"), possible: links("1-1") }]);
    expect(score.aer).toBeCloseTo(0.4, 12);
    expect(score.precision).toBeCloseTo(2 / 3, 12);
    expect(score.recall).toBeCloseTo(1 / 2, 12);
    expect(scoreAlignments([{ proposed: links("0-0"), sure: links("0-0"), possible: [] }]).aer).toBe(0);
  });

  const gold = new URL("../../../shared/data/alignment/sample_eng_deu.gold", import.meta.url);
  test.skipIf(!existsSync(gold))("2.3 the five gold pairs against themselves (skipped without ../shared/data)", () => {
    const sentences = readFileSync(gold, "utf8")
      .trim()
      .split("\n")
      .map((line) => {
        const entries = line.split("\t")[1]!.split(" ");
        const of = (sign: string): Alignment =>
          links(
            entries
              .filter((entry) => entry.includes(sign))
              .map((entry) => entry.replace(sign, "-"))
              .join(" "),
          );
        return { proposed: of("-"), sure: of("-"), possible: of("p") };
      });
    expect(sentences).toHaveLength(5);
    expect(scoreAlignments(sentences)).toEqual({ precision: 1, recall: 1, aer: 0 });
  });
});

function links(text: string): Alignment {
  const read = parsePharaoh(text, [1000, 1000]);
  if (!read.ok) throw new Error(read.problem.what);
  return read.value;
}
