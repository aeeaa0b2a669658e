import type { MixEvent } from "../../../engine/mix";
import type { MixedPiece } from "./result";

type Token = Extract<MixEvent, { readonly kind: "token" }>;

/** The tokens that stand after all events, with how often some were taken back. */
export function standing(events: readonly MixEvent[]): {
  readonly tokens: readonly Token[];
  readonly takenBack: number;
} {
  const tokens: Token[] = [];
  let takenBack = 0;
  for (const event of events) {
    if (event.kind === "token") tokens.push(event);
    else {
      tokens.length = event.position;
      takenBack++;
    }
  }
  return { tokens, takenBack };
}

/** Tokens as pieces of whole characters; the last one may end inside one. */
export function piecesOf(tokens: readonly Token[]): readonly MixedPiece[] {
  const pieces: MixedPiece[] = [];
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let open: Token[] = [];
  for (const [i, token] of tokens.entries()) {
    open.push(token);
    let text = decoder.decode(Uint8Array.from(token.bytes), { stream: true });
    if (i === tokens.length - 1) text += decoder.decode();
    if (text === "" && i < tokens.length - 1) continue;
    pieces.push(joined(open, text));
    open = [];
  }
  return pieces;
}

/** How long a text is; a piece is a character, or one token or several. */
export function lengthIn(unit: "characters" | "tokens", pieces: readonly Pick<MixedPiece, "ids">[]): number {
  return unit === "characters" ? pieces.length : pieces.reduce((total, { ids }) => total + ids.length, 0);
}

function joined(tokens: readonly Token[], text: string): MixedPiece {
  const sum = (of: (token: Token) => number) => tokens.reduce((total, token) => total + of(token), 0);
  const models = tokens[0]!.modelProbabilities.map((_, model) => model);
  const product = (of: (token: Token) => number) => tokens.reduce((total, token) => total * of(token), 1);
  return {
    ids: tokens.map(({ id }) => id),
    text,
    probability: product(({ probability }) => probability),
    modelProbabilities: models.map((model) => product(({ modelProbabilities }) => modelProbabilities[model]!)),
    entropy: sum(({ entropy }) => entropy),
    divergences: models.map((model) => finite(sum(({ divergences }) => divergences[model]!))),
    massRemoved: Math.max(...tokens.map(({ massRemoved }) => massRemoved)),
    decided: decidedBy(tokens.at(-1)!),
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function decidedBy({ writer, weights, modelProbabilities }: Token): number {
  if (writer !== undefined) return writer;
  const shares = modelProbabilities.map((probability, model) => probability * (weights?.[model] ?? 1));
  return shares.indexOf(Math.max(...shares));
}
