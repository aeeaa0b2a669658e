import { describe, expect, it } from "vitest";
import { loadNote, showBytes, showDate, showSeconds } from "./format";

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

  it("a load says what it does, and a merge what it borrows", () => {
    expect(loadNote({ phase: "convert", done: 1, total: 2 })).toBe("converting weights");
    const borrowing = [
      { model: "base", layers: 30, ofLayers: 30, bytes: 269e6, ofBytes: 269e6 },
      { model: "tuned", layers: 6, ofLayers: 30, bytes: 52e6, ofBytes: 269e6 },
    ];
    expect(loadNote({ phase: "download", done: 10e6, total: 321e6, borrowing })).toBe(
      "downloading, 10.0 MB of 321.0 MB; borrowing 6 of 30 layers of tuned: 52.0 MB of 269.0 MB",
    );
  });

  it("an ISO date is written out, anything else left as it is", () => {
    expect(showDate("2026-11-21")).toBe("21 November 2026");
    expect(showDate("some day")).toBe("some day");
  });
});
