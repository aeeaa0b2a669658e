import { describe, expect, it } from "vitest";
import { toCsv } from "./csv";
import { csvOf } from "./Table";

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

  it("has the ends of a table's intervals behind their values", () => {
    const columns = [
      { key: "name", label: "Name", value: ({ name }: { name: string }) => name },
      {
        key: "cost",
        label: "Cost",
        unit: "bits",
        value: () => 2,
        interval: ({ name }: { name: string }) => (name === "a" ? { low: 1, high: 3 } : null),
      },
    ];
    expect(csvOf(columns, [{ name: "a" }, { name: "b" }], [])).toBe(
      "Name,Cost (bits),Cost (bits) low,Cost (bits) high\r\na,2,1,3\r\nb,2,,\r\n",
    );
  });
});
