import { type Column, Table } from "../../ui/Table";
import { showMetric } from "./metric-choice";
import type { StripResult, TokenizerResult, TokenizersResult } from "./result";

const ofText = [
  ["characters-per-token", "Characters a token"],
  ["bytes-per-token", "Bytes a token"],
  ["fertility-isolated", "Tokens a word"],
  ["fragments", "Fragments"],
  ["unknowns", "Unknown"],
  ["grapheme-breaks", "Broken graphemes"],
] as const;

const columns: readonly Column<TokenizerResult>[] = [
  { key: "name", label: "Tokenizer", value: (row) => row.name, heading: true },
  {
    key: "size",
    label: "Vocabulary",
    value: (row) => row.vocabularySize,
    render: (row) => (row.id === "graphemes" ? "open" : row.vocabularySize.toLocaleString("en")),
  },
  { key: "tokens", label: "Tokens", value: tokensOf },
  { key: "template", label: "With template", value: (row) => tokensOf(row) + row.templateTokens },
  ...ofText.map(([id, label]): Column<TokenizerResult> => {
    const value = (row: TokenizerResult): number | null => row.scores[id] ?? null;
    return { key: id, label, value, render: (row) => showMetric(id, value(row)) };
  }),
  { key: "reversible", label: "Reversible", value: (row) => (row.reversible ? "yes" : "no") },
];

/** Tokens of the text alone. */
function tokensOf({ strip }: TokenizerResult): number {
  return strip.ids.length - (strip.special.length > 0 ? templateTokensIn(strip) : 0);
}

/** Special tokens without a place in the text: those that the template added. */
function templateTokensIn({ ends, special }: StripResult): number {
  return special.filter((index) => (ends[index] ?? 0) === (ends[index - 1] ?? 0)).length;
}

/** The numbers of this text, a row a tokenizer. */
export function TextTable({ result, changed }: { readonly result: TokenizersResult; readonly changed: boolean }) {
  const characters = Array.from(result.text).length;
  return (
    <Table
      caption={`${changed ? "The text of the last run" : "This text"} under each tokenizer: ${characters.toLocaleString("en")} characters, ${utf8Length(result.text).toLocaleString("en")} bytes. Fragments are shares of tokens that are bytes for want of a piece.`}
      columns={columns}
      rows={result.tokenizers}
      rowKey={(row) => row.id}
      name="text-by-tokenizer"
    />
  );
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
