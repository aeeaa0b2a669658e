import { useMemo, useState } from "react";
import type { Document } from "../../experiments/documents/tokenizers";
import type { Span } from "../../tokenization/encoder";
import { Bars } from "../../ui/Bars";
import { Button } from "../../ui/Button";
import { Details } from "../../ui/Details";
import { ProblemNote } from "../../ui/ProblemNote";
import { Select } from "../../ui/Select";
import { TokenStrip } from "../../ui/TokenStrip";
import { Figure } from "../../ui/Figure";
import { type Strip, useStrips } from "./live";
import type { TokenizersResult } from "./result";
import { SpanTable } from "./SpanTable";
import { tokensApart, tokensIn, tokensTouching, windowsOf } from "./strips";

/** Graphemes drawn at once: the text may have 20,000. */
const windowSize = 400;

interface Pointed {
  readonly tokenizer: string;
  readonly bytes: Span;
}

/** The text under every tokenizer. What is pointed at in one strip is framed in all: the same bytes of the same text. */
export function StripsPanel({ document, result }: { readonly document: Document; readonly result: TokenizersResult }) {
  const { text, strips, live, problem } = useStrips(document, result);
  const [page, setPage] = useState(0);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [besideId, setBeside] = useState("none");
  const windows = useMemo(() => windowsOf(text, windowSize), [text]);
  const at = Math.min(page, Math.max(0, windows.length - 1));
  const window = windows[at];
  if (problem) return <ProblemNote problem={problem} />;
  if (!window) return <p className="note">There is no text to cut. Write or paste one.</p>;
  const beside = strips.find(({ id }) => id === besideId);
  return (
    <section className="stack" aria-label="The text in tokens">
      <Bars
        caption={`Tokens of ${live ? "the text in the field" : "this text"}, fewest first.`}
        groups={strips
          .toSorted((a, b) => a.tokens.length - b.tokens.length)
          .map(({ id, name, tokens }) => ({ id, label: name, values: [tokens.length] }))}
        series={[{ id: "tokens", label: "tokens", colour: "var(--amount)" }]}
        unit="tokens"
        groupTitle="Tokenizer"
        format={String}
        name="tokens-of-text"
      />
      {strips.length > 1 ? (
        <Select
          label="Underline what is not cut as by"
          value={beside?.id ?? "none"}
          options={[
            { value: "none", label: "no other" },
            ...strips.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setBeside}
        />
      ) : null}
      <Figure name="tokens" caption="The text under every tokenizer, a box a token.">
        <div className="tokenizers-strips">
          {strips.map((strip) => (
            <StripRow
              key={strip.id}
              text={text}
              strip={strip}
              window={window}
              {...(beside && beside !== strip ? { beside } : {})}
              pointed={pointed}
              onPoint={(bytes) => setPointed(bytes ? { tokenizer: strip.id, bytes } : null)}
            />
          ))}
        </div>
      </Figure>
      {windows.length > 1 ? (
        <nav className="row numeric" aria-label="Part of the text">
          <Button disabled={at === 0} onClick={() => setPage(at - 1)}>
            Earlier
          </Button>
          <span className="note">
            part {at + 1} of {windows.length}
          </span>
          <Button disabled={at === windows.length - 1} onClick={() => setPage(at + 1)}>
            Later
          </Button>
        </nav>
      ) : null}
      <Details costly summary="Every token with its id and spans">
        <SpanTable text={text} strips={strips} window={window} />
      </Details>
      <p className="note">
        A box is a token; marks at its foot are token boundaries inside one character. Point at a box, or walk with the
        arrow keys, for ids and offsets: half-open, from 0, in UTF-8 bytes, in code points and in graphemes, which
        readers call characters.
      </p>
    </section>
  );
}

interface StripRowProps {
  readonly text: string;
  readonly strip: Strip;
  readonly window: Span;
  /** The strip that this one is held against. */
  readonly beside?: Strip;
  readonly pointed: Pointed | null;
  readonly onPoint: (bytes: Span | null) => void;
}

function StripRow({ text, strip, window, beside, pointed, onPoint }: StripRowProps) {
  const [first, last] = useMemo(() => tokensIn(strip.tokens, window), [strip.tokens, window]);
  const shown = useMemo(() => strip.tokens.slice(first, last), [strip.tokens, first, last]);
  const touching = useMemo(() => (pointed ? tokensTouching(shown, pointed.bytes) : undefined), [shown, pointed]);
  const marked = useMemo(() => (beside ? tokensApart(shown, beside.tokens) : undefined), [shown, beside]);
  const linked = pointed?.tokenizer === strip.id ? undefined : touching;

  function point(indices: readonly number[] | null): void {
    const touched = indices?.map((index) => shown[index]?.bytes).filter((bytes) => bytes !== undefined) ?? [];
    const [start, end] = [touched[0]?.[0], touched.at(-1)?.[1]];
    onPoint(start === undefined || end === undefined ? null : [start, end]);
  }

  return (
    <div className="tokenizers-strip" data-tokenizer={strip.id}>
      <div className="tokenizers-strip-head numeric">
        <h3>{strip.name}</h3>
        <span className="note">
          {strip.tokens.length.toLocaleString("en")} tokens{touching ? `, ${touching.size} here` : ""}
          {marked ? `, ${marked.size} of ${shown.length} shown cut otherwise` : ""}
        </span>
      </div>
      <TokenStrip
        text={text}
        tokens={shown}
        label={strip.name}
        onPoint={point}
        {...(linked ? { linked } : {})}
        {...(marked ? { marked } : {})}
      />
    </div>
  );
}
