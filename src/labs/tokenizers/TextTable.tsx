import { type Column, showFixed, Table } from "../../ui/Table";
import { metricOf } from "./metric-choice";
import type { TokenizerResult, TokenizersResult } from "./result";

const ofText = [
  "characters-per-token",
  "bytes-per-token",
  "fertility-isolated",
  "fragments",
  "grapheme-breaks",
] as const;

const columns: readonly Column<TokenizerResult>[] = [
  { key: "name", label: "Tokenizer", value: (row) => row.name, heading: true },
  {
    key: "size",
    label: "Vocabulary",
    unit: "rows",
    value: (row) => row.vocabularySize,
    render: (row) => row.vocabularySize.toLocaleString("en"),
  },
  { key: "tokens", label: "Tokens", value: (row) => row.strip.ids.length - row.strip.special.length },
  {
    key: "template",
    label: "Added by template",
    unit: "tokens",
    value: (row) => row.templateTokens,
  },
  ...ofText.map((id): Column<TokenizerResult> => {
    const { name, unit, digits } = metricOf(id);
    return { key: id, label: name, unit, digits, value: (row) => row.scores[id] ?? null };
  }),
  {
    key: "reversible",
    label: "Decodes to the same text",
    value: (row) => (row.reversible ? "yes" : "no"),
  },
];

/** The numbers of this text, a row a tokenizer. */
export function TextTable({ result }: { readonly result: TokenizersResult }) {
  const characters = Array.from(result.text).length;
  return (
    <Table
      caption={`This text under each tokenizer: ${characters.toLocaleString("en")} characters, ${showFixed(utf8Length(result.text), 0)} bytes.`}
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
