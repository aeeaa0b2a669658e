import { type KeyboardEvent, useRef, useState } from "react";
import type { Sentence, Side } from "../../codeswitch/sentence";
import { LanguageTag } from "../../ui/LanguageTag";
import { languageOf, languageStyle } from "../../ui/languages";
import type { PlaceResult } from "./result";

/** What a word is while links are edited. */
export type WordMark = "chosen" | "partner" | "linked" | "stray";

interface SentenceLineProps {
  readonly sentence: Sentence;
  /** The stretch of words on this line, half-open. */
  readonly part: { readonly number: number; readonly of: number; readonly words: readonly [number, number] };
  readonly side: Side;
  readonly layout: "rows" | "columns";
  readonly tagOf: (index: number) => string;
  readonly markOf: (index: number) => WordMark;
  /** True for a word that the reason in view names. */
  readonly isNamed: (index: number) => boolean;
  readonly placeAfter: (index: number) => PlaceResult | undefined;
  readonly onChoose: (index: number) => void;
  readonly onShow: (place: PlaceResult | null) => void;
  readonly onLeave: () => void;
}

/** One line of a sentence: its words as buttons, the judged places between them. Arrow keys walk both. */
export function SentenceLine(props: SentenceLineProps) {
  const { sentence, part, side, layout, onShow } = props;
  const line = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(`word-${part.words[0]}`);
  const { name, direction } = languageOf(sentence.language);

  function walk(event: KeyboardEvent): void {
    if (event.key === "Escape") props.onLeave();
    const items = [...(line.current?.querySelectorAll<HTMLButtonElement>("button") ?? [])];
    const at = items.indexOf(event.target as HTMLButtonElement);
    const next = stepOf(event.key, at, items.length, layout === "rows" && direction === "rtl");
    if (next === undefined) return;
    event.preventDefault();
    items[next]?.focus();
  }

  return (
    <div
      ref={line}
      className="align-line"
      role="toolbar"
      aria-label={part.of === 1 ? `${name} words` : `${name} words, line ${part.number + 1}`}
      aria-orientation={layout === "rows" ? "horizontal" : "vertical"}
      style={languageStyle(sentence.language)}
      dir={direction}
      tabIndex={-1}
      onKeyDown={walk}
    >
      <span className="align-language">
        <LanguageTag code={sentence.language} />
      </span>
      {sentence.words.slice(...part.words).map((word, offset) => {
        const index = part.words[0] + offset;
        const place = props.placeAfter(index);
        const mark = props.markOf(index);
        return (
          <span className="align-item" key={word.start}>
            <button
              type="button"
              className="align-word"
              data-word={`${side}-${index}`}
              data-mark={mark}
              data-named={props.isNamed(index) ? "" : undefined}
              aria-pressed={mark === "chosen"}
              aria-label={ariaOf(word.text, mark)}
              tabIndex={current === `word-${index}` ? 0 : -1}
              lang={sentence.language}
              onFocus={() => setCurrent(`word-${index}`)}
              onClick={() => props.onChoose(index)}
            >
              <bdi>{word.text}</bdi>
              <span className="align-tag">{props.tagOf(index) || "\u00a0"}</span>
            </button>
            {place === undefined ? null : (
              <button
                type="button"
                className="place-glyph place-button"
                data-legal={place.legal ? "" : undefined}
                aria-label={`Between ${place.words[0]} and ${place.words[1]}: ${place.legal ? "allowed" : "refused"}. ${place.reason}`}
                tabIndex={current === `place-${index}` ? 0 : -1}
                onFocus={() => {
                  setCurrent(`place-${index}`);
                  onShow(place);
                }}
                onBlur={() => onShow(null)}
                onPointerEnter={() => onShow(place)}
                onPointerLeave={() => onShow(null)}
              >
                {place.legal ? "|" : "×"}
              </button>
            )}
          </span>
        );
      })}
    </div>
  );
}

function ariaOf(text: string, mark: WordMark): string {
  if (mark === "partner") return `${text}, linked to the chosen word`;
  return mark === "stray" ? `${text}, no link` : text;
}

function stepOf(key: string, at: number, size: number, mirrored: boolean): number | undefined {
  const forward = mirrored ? "ArrowLeft" : "ArrowRight";
  const backward = mirrored ? "ArrowRight" : "ArrowLeft";
  if (key === forward || key === "ArrowDown") return Math.min(size - 1, at + 1);
  if (key === backward || key === "ArrowUp") return Math.max(0, at - 1);
  if (key === "Home") return 0;
  return key === "End" ? size - 1 : undefined;
}
