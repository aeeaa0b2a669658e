import { describe, expect, it } from "vitest";
import { toCsv } from "./csv";

describe("toCsv", () => {
  it("quotes what RFC 4180 wants quoted and leaves the rest", () => {
    expect(
      toCsv(
        ["word", "n"],
        [
          ["a,b", 1.5],
          ['say "hi"', null],
          ["two\nlines", -2],
        ],
      ),
    ).toBe('word,n\r\n"a,b",1.5\r\n"say ""hi""",\r\n"two\nlines",-2\r\n');
  });

  it("puts provenance first, one line each", () => {
    expect(toCsv(["x"], [[1]], ["seed 7", "link\nbroken"])).toBe("# seed 7\r\n# link broken\r\nx\r\n1\r\n");
  });

  it("disarms formulas but not negative numbers written as text", () => {
    expect(toCsv(["x"], [["=1+1"], ["@cmd"], ["-0.5"], ["-cmd"]])).toBe("x\r\n'=1+1\r\n'@cmd\r\n-0.5\r\n'-cmd\r\n");
    expect(toCsv(["x"], [["-2+3+cmd|' /C calc'!A0"], ["-1+1"], ["-1e-7"]])).toBe(
      "x\r\n'-2+3+cmd|' /C calc'!A0\r\n'-1+1\r\n-1e-7\r\n",
    );
    expect(toCsv(["x"], [["\n=1"], ["＝1"], ["－1"]])).toBe("x\r\n\"'\n=1\"\r\n'＝1\r\n'－1\r\n");
  });
});
