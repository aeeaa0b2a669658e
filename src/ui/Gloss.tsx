import type { ReactNode } from "react";
import { Figure } from "./Figure";
import { LanguageTag } from "./LanguageTag";
import { languageOf, languageStyle } from "./languages";

/** A word of one line. `tag` is written small beneath it. */
export interface GlossWord {
  readonly text: string;
  readonly tag?: string;
  /** The word's language where it is not the line's, as in a switched sentence. */
  readonly lang?: string;
  readonly marked?: boolean;
  readonly title?: string;
}

export interface GlossLine {
  readonly id: string;
  /** The line's language; a mixed line has none and takes each word's. */
  readonly lang?: string;
  /** Before the line where it has no language. */
  readonly label?: string;
}

/** Words that stand under each other: one cell a line, null where a line has nothing here. */
export interface GlossColumn {
  readonly id: string;
  readonly cells: readonly (GlossWord | readonly GlossWord[] | null)[];
  readonly selected?: boolean;
}

export interface GlossProps {
  readonly label: string;
  readonly lines: readonly GlossLine[];
  readonly columns: readonly GlossColumn[];
  readonly caption?: ReactNode;
  readonly onSelect?: (line: number, column: number) => void;
  /** Shown between this column and the one before it, e.g. the mark of a switch point. */
  readonly between?: (column: number) => ReactNode;
}

/** The interlinear gloss of linguistics: one line a language, words aligned under each other, tags small beneath. */
export function Gloss({ label, lines, columns, caption, onSelect, between }: GlossProps) {
  return (
    <Figure caption={caption} name="gloss">
      <div className="gloss" role="group" aria-label={label}>
        <div className="gloss-column gloss-head">
          {lines.map((line) => (
            <span key={line.id} className="gloss-cell">
              {line.lang ? <LanguageTag code={line.lang} /> : <span className="gloss-label">{line.label}</span>}
            </span>
          ))}
        </div>
        {columns.map((column, index) => (
          <div key={column.id} className="gloss-pair">
            {between?.(index)}
            <div className="gloss-column" data-selected={column.selected ? "" : undefined}>
              {lines.map((line, row) => (
                <GlossCell
                  key={line.id}
                  words={wordsOf(column.cells[row])}
                  line={line}
                  onSelect={onSelect ? () => onSelect(row, index) : undefined}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
    </Figure>
  );
}

function GlossCell({
  words,
  line,
  onSelect,
}: {
  words: readonly GlossWord[];
  line: GlossLine;
  onSelect: (() => void) | undefined;
}) {
  if (words.length === 0) {
    return (
      <span className="gloss-cell gloss-empty" aria-hidden="true">
        –
      </span>
    );
  }
  const content = words.map((word, index) => {
    const lang = word.lang ?? line.lang;
    return (
      // oxlint-disable-next-line react/no-array-index-key -- words may repeat; order is their identity
      <span key={index} className="gloss-word" style={lang ? languageStyle(lang) : undefined} title={word.title}>
        <bdi
          lang={lang}
          dir={lang ? languageOf(lang).direction : "auto"}
          className={word.marked ? "gloss-marked" : undefined}
        >
          {word.text}
        </bdi>
        <span className="gloss-tag">{word.tag ?? " "}</span>
      </span>
    );
  });
  return onSelect ? (
    <button type="button" className="gloss-cell gloss-button" onClick={onSelect}>
      {content}
    </button>
  ) : (
    <span className="gloss-cell">{content}</span>
  );
}

function wordsOf(cell: GlossWord | readonly GlossWord[] | null | undefined): readonly GlossWord[] {
  if (!cell) return [];
  return "text" in cell ? [cell] : cell;
}
