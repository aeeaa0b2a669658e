import { describe, expect, test } from "vitest";
import { romaniseHindi } from "./hindi";
import { romanisations, romaniseHindiText } from "./spellings";

describe("Hindi in Latin letters (codeswitch SPEC 13)", () => {
  test("13.1 the unwritten a is dropped at the end and between a vowel and a consonant with a vowel", () => {
    const style = { doubled: false, v: "v" } as const;
    const words = { घर: "ghar", लड़का: "ladka", नमक: "namak", करना: "karna", दोस्त: "dost", पानी: "pani", हिंदी: "hindi" };
    for (const [hindi, roman] of Object.entries(words)) expect(romaniseHindi(hindi, style)).toBe(roman);
  });

  test("13.1 long vowels are doubled inside a word if wanted, never at its end; a dot below changes the consonant", () => {
    const style = { doubled: true, v: "w" } as const;
    expect(romaniseHindi("नाम", style)).toBe("naam");
    expect(romaniseHindi("वापस", style)).toBe("waapas");
    expect(romaniseHindi("ज़मीन", style)).toBe("zameen");
    expect(romaniseHindi("फ़िल्म", style)).toBe("film");
    expect(romaniseHindi("हिंदी", style)).toBe("hindi");
  });

  test("13.1 ज्ञ is typed as it is spoken", () => {
    const style = { doubled: true, v: "v" } as const;
    const words = { ज्ञान: "gyaan", विज्ञान: "vigyaan", आज्ञा: "aagya", जिज्ञासु: "jigyaasu" };
    for (const [hindi, roman] of Object.entries(words)) expect(romaniseHindi(hindi, style)).toBe(roman);
  });

  test("13.1 frequent words have the spellings that people use, and what is not Devanagari stays", () => {
    expect(romanisations("मैं")).toEqual(["main", "mai"]);
    expect(romanisations("OK")).toEqual(["OK"]);
    expect(romaniseHindiText("मैं OK हूँ।")).toBe("main OK hoon.");
  });
});
