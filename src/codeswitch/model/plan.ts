import { fail, ok, type Result } from "../../result";
import type { LanguageCode } from "../language";

/** So many tokens in one language. */
export interface PlanSpan {
  readonly language: LanguageCode;
  readonly tokens: number;
}

/** A span by its tokens: from `from` up to, not including, `to`, counted from the first that is written. */
export interface PlacedSpan {
  readonly language: LanguageCode;
  readonly from: number;
  readonly to: number;
}

const maximalSpans = 12;
const maximalTokens = 128;
const maximalLanguages = 4;

/** Reads `en 8, de 6, en 8`: a language's code and a number of tokens a span. Problem: `input-invalid`, with the part that is wrong. */
export function parsePlan(text: string): Result<readonly PlanSpan[]> {
  const parts = text
    .split(/[,;\n]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const spans: PlanSpan[] = [];
  for (const part of parts) {
    const [, language, tokens] = /^([a-z]{2,3})\s+(\d{1,3})$/u.exec(part) ?? [];
    if (language === undefined || tokens === undefined || Number(tokens) === 0) {
      return invalid(`“${part}” is not a span.`, "Write a language and a number of tokens, such as “de 6”.", { part });
    }
    spans.push({ language, tokens: Number(tokens) });
  }
  const total = tokensOf(spans);
  const languages = new Set(spans.map(({ language }) => language)).size;
  if (languages < 2 || languages > maximalLanguages) {
    return invalid(
      `The plan has ${languages} language${languages === 1 ? "" : "s"}.`,
      `Name between two and ${maximalLanguages}, such as “en 8, de 6, en 8”.`,
      { languages },
    );
  }
  if (spans.length > maximalSpans || total > maximalTokens) {
    return invalid(
      `The plan has ${spans.length} spans and ${total} tokens.`,
      `Use at most ${maximalSpans} spans and ${maximalTokens} tokens.`,
      { spans: spans.length, tokens: total },
    );
  }
  return ok(spans);
}

export function tokensOf(plan: readonly PlanSpan[]): number {
  return plan.reduce((sum, { tokens }) => sum + tokens, 0);
}

export function placeSpans(plan: readonly PlanSpan[]): readonly PlacedSpan[] {
  let from = 0;
  return plan.map(({ language, tokens }) => {
    const span = { language, from, to: from + tokens };
    from = span.to;
    return span;
  });
}

/** The plan's languages in the order in which they first come. */
export function languagesOf(plan: readonly PlanSpan[]): readonly LanguageCode[] {
  return [...new Set(plan.map(({ language }) => language))];
}

function invalid(what: string, remedy: string, facts: Readonly<Record<string, string | number>>) {
  return fail({ code: "input-invalid", what, remedy, facts });
}
