import { describe, expect, it } from "vitest";
import { showBytes, showDate, showSeconds } from "./format";

describe("numbers as people read them", () => {
  it.each([
    [640, "640 B"],
    [12_400, "12 kB"],
    [13_648_144, "13.6 MB"],
    [2_600_000_000, "2.60 GB"],
  ])("%d bytes are %s", (bytes, text) => expect(showBytes(bytes)).toBe(text));

  it.each([
    [0.44, "0.4 s"],
    [12.3, "12 s"],
    [185, "3 min 5 s"],
  ])("%d seconds are %s", (seconds, text) => expect(showSeconds(seconds)).toBe(text));

  it("an ISO date is written out, anything else left as it is", () => {
    expect(showDate("2026-11-21")).toBe("21 November 2026");
    expect(showDate("some day")).toBe("some day");
  });
});
