import { describe, expect, it } from "vitest";
import { currentVersion } from "./migrations";
import { readRecording, writeRecording } from "./recording";
import { linkWarning, shareForms } from "./share";
import { sampleDefaults, sampleModule } from "./testing";

const load = () => Promise.resolve(sampleModule);
const recorded = {
  on: "2026-11-21",
  backend: "wasm",
  seconds: 1.5,
  checkpoints: { "polyglot-base": "ab12" },
  whole: true,
};
const document = { ...sampleDefaults, layer: 5 };

describe("a recording", () => {
  it("reads as it was written, with its results (9)", async () => {
    const text = writeRecording({ lab: "steering", document }, { result: { rows: [1, 2] }, recorded });
    expect(await readRecording(text, load)).toEqual({
      ok: true,
      value: {
        experiment: { lab: "steering", document },
        recording: { lab: "steering", version: currentVersion, document, result: { rows: [1, 2] }, recorded },
      },
    });
  });

  it("of a run that was stopped says so, and one that says nothing was whole (9)", async () => {
    async function wholeOf(written: object): Promise<boolean | undefined> {
      const text = JSON.stringify({ lab: "steering", version: 1, document, result: {}, recorded: written });
      const read = await readRecording(text, load);
      return read.ok ? read.value.recording?.recorded.whole : undefined;
    }
    const { whole: _, ...older } = recorded;
    expect(await wholeOf({ ...recorded, whole: false })).toBe(false);
    expect(await wholeOf(recorded)).toBe(true);
    expect(await wholeOf(older)).toBe(true);
  });

  it("without results is an experiment all the same (9)", async () => {
    const opened = await readRecording(writeRecording({ lab: "steering", document }), load);
    expect(opened).toEqual({ ok: true, value: { experiment: { lab: "steering", document } } });
  });

  it.each([
    "",
    "[]",
    '{"lab":"cooking","version":1}',
    '{"lab":"steering","version":"one"}',
    '{"lab":"steering","version":1,"document":{"layer":-1}}',
    '{"lab":"steering","version":1,"document":{"__proto__":{}}}',
  ])("is refused with a named problem when it is %s", async (text) => {
    expect(await readRecording(text, load)).toMatchObject({ ok: false, problem: { code: "link-invalid" } });
  });
});

describe("shareForms", () => {
  it("writes text that cannot break out of its Markdown or HTML", () => {
    const forms = shareForms("https://lab.example/", "#/steering?v=1&z=AA", 'a [b] "c" <d>');
    expect(forms.link).toBe("https://lab.example/#/steering?v=1&z=AA");
    expect(forms.markdown).toBe('[a \\[b\\] "c" <d>](https://lab.example/#/steering?v=1&z=AA)');
    expect(forms.iframe).toContain('src="https://lab.example/?embed=1#/steering?v=1&amp;z=AA"');
    expect(forms.iframe).toContain('title="a [b] &quot;c&quot; &lt;d>"');
  });

  it("warns from 2,001 characters on", () => {
    expect(linkWarning("x".repeat(2000), true)).toBeNull();
    expect(linkWarning("x".repeat(2001), true)?.facts).toEqual({ characters: 2001 });
  });

  it("warns of a short link that cannot be opened", () => {
    expect(linkWarning("x", false)?.what).toContain("too large for a link");
  });
});
