import { describe, expect, test } from "vitest";
import { scoreAlignments } from "../../codeswitch/alignment";
import { seededRandom } from "../../random";
import golden from "../golden/alignment.golden.json";
import { sharesBelow } from "./distances";
import { infoNce } from "./info-nce";
import { matchedLessMismatched } from "./language-ranker";
import { csls } from "./lexicon-induction";
import { mexaWins } from "./mexa";
import { pool } from "./pooling";
import { margins, rankOf, retrieved } from "./retrieval";
import { cosines, type Similarities } from "./similarity";

const mean = (values: readonly (number | boolean)[]) =>
  values.reduce<number>((sum, value) => sum + Number(value), 0) / values.length;
const [first, second] = golden.states.map((texts) => texts.map((states) => pool(states, golden.width, 0, "weighted")));
const similarities = cosines(first!, second!);

function expectClose(found: Similarities, expected: Similarities, digits: number): void {
  for (const [i, row] of expected.entries()) {
    for (const [j, value] of row.entries()) expect(found[i]![j]).toBeCloseTo(value, digits);
  }
}

describe("pooling", () => {
  test("11.1 states (1,0), (0,1), (1,1): weights 1, 2, 3 give (4/6, 5/6)", () => {
    const [x, y] = pool([1, 0, 0, 1, 1, 1], 2, 0, "weighted");
    expect(x).toBeCloseTo(0.667, 3);
    expect(y).toBeCloseTo(0.833, 3);
  });

  test("11.1 the mean, the last state, and without a first token of the template", () => {
    expect([...pool([1, 0, 0, 1, 1, 1], 2, 0, "last")]).toEqual([1, 1]);
    expect([...pool([1, 0, 0, 1, 1, 1], 2, 1, "mean")]).toEqual([0.5, 1]);
    expect([...pool([1, 0], 2, 1, "mean")]).toEqual([0, 0]);
  });

  test("11.1 equals numpy's", () => {
    expectClose(
      first!.map((vector) => [...vector]),
      golden.weighted,
      5,
    );
    expectClose(similarities, golden.cosines, 6);
  });
});

describe("MEXA", () => {
  const score = (rows: Similarities) => mean(mexaWins(rows));

  test("11.2 the card's matrix: only the first sentence wins its row and its column; ties fail", () => {
    expect(
      score([
        [0.9, 0.1, 0.2],
        [0.3, 0.8, 0.8],
        [0.1, 0.2, 0.7],
      ]),
    ).toBeCloseTo(1 / 3, 12);
  });

  test("11.2 identity is 1, constant is 0", () => {
    expect(score([1, 2, 3].map((_, i) => [0, 1, 2].map((j) => Number(i === j))))).toBe(1);
    expect(score([1, 2, 3].map(() => [0.5, 0.5, 0.5]))).toBe(0);
  });

  test("11.2 distinct sentences against themselves are 1", () => expect(score(cosines(first!, first!))).toBe(1));
  test("11.2 equals numpy's on states of two languages", () => expect(score(similarities)).toBe(golden.mexa));
});

describe("Language Ranker", () => {
  test("11.3 equals numpy's: mean of the diagonal less mean of the rest", () =>
    expect(mean(matchedLessMismatched(similarities))).toBeCloseTo(golden.matched_less_mismatched, 6));

  test("11.3 sentences against themselves have matched cosine 1; shuffled, the difference is near 0", () => {
    for (const [i, row] of cosines(first!, first!).entries()) expect(row[i]).toBeCloseTo(1, 6);
    const random = seededRandom(4);
    const vectors = () => Array.from({ length: 40 }, () => Float32Array.from({ length: 128 }, () => random() - 0.5));
    expect(Math.abs(mean(matchedLessMismatched(cosines(vectors(), vectors()))))).toBeLessThan(0.05);
  });
});

describe("retrieval and lexicon induction", () => {
  test("11.4 cosine 0.8 between neighbourhoods of mean 0.5 and 0.6: 0.8 / 0.55 = 1.4545", () => {
    // k = 2: row 0 is (.8, .2), mean .5; column 0 is (.8, .4), mean .6.
    expect(
      margins(
        [
          [0.8, 0.2],
          [0.4, 0.1],
        ],
        2,
      )[0]![0],
    ).toBeCloseTo(1.4545, 4);
  });

  test("11.4 equals numpy's", () => {
    expectClose(margins(similarities), golden.margin, 5);
    expect(retrieved(margins(similarities))).toEqual(golden.retrieved);
    expectClose(csls(similarities), golden.csls, 5);
    const ranks = csls(similarities).map(rankOf);
    expect(mean(ranks.map((rank) => rank === 1))).toBeCloseTo(golden.p1, 12);
    expect(mean(ranks.map((rank) => 1 / rank))).toBeCloseTo(golden.mrr, 12);
  });

  test("11.4 identical lists have P@1 = 1; a tie is placed behind", () => {
    expect(
      csls(cosines(first!, first!))
        .map(rankOf)
        .every((rank) => rank === 1),
    ).toBe(true);
    expect(rankOf([0.5, 0.5, 0.1], 0)).toBe(2);
  });
});

describe("alignment distance", () => {
  test("11.5 separated sets have AUC 1, equal ones 0.5", () => {
    expect(
      mean(
        sharesBelow([
          [1, 0],
          [0.1, 0.9],
        ]),
      ),
    ).toBe(1);
    expect(
      mean(
        sharesBelow([
          [0.3, 0.3],
          [0.3, 0.3],
        ]),
      ),
    ).toBe(0.5);
    expect(sharesBelow([[0.3]])).toEqual([0.5]);
  });

  test("11.5 equals scikit-learn's roc_auc_score", () =>
    expect(mean(sharesBelow(similarities))).toBeCloseTo(golden.auc, 9));
});

test.each(golden.alignment_error)("11.6 the alignment error rate is NLTK's ($aer)", ({ aer, ...links }) => {
  const read = (pairs: number[][]) => pairs.map((pair) => ({ first: pair[0]!, second: pair[1]! }));
  const { proposed, sure, possible } = links;
  const score = scoreAlignments([{ proposed: read(proposed), sure: read(sure), possible: read(possible) }]);
  expect(score.aer).toBeCloseTo(aer, 12);
});

describe("InfoNCE", () => {
  test("11.7 four vectors that are all the same: ln 4 = 1.3863, at any temperature, and none is found", () => {
    const four = Array.from({ length: 4 }, () => [1, 2]);
    const same = cosines(four, four);
    expect(infoNce(same, 0.1)).toBeCloseTo(1.3863, 4);
    expect(retrieved(same)).toEqual([false, false, false, false]);
  });

  test("11.7 equal pairs, at right angles to the others, at a temperature near 0: no loss, all found", () => {
    const axes = [0, 1, 2].map((axis) => [0, 1, 2].map((i) => Number(i === axis)));
    expect(infoNce(cosines(axes, axes), 1e-3)).toBe(0);
    expect(infoNce(cosines(axes, axes), 1)).toBeCloseTo(Math.log(Math.E + 2) - 1, 12);
    expect(retrieved(cosines(axes, axes))).toEqual([true, true, true]);
  });
});
