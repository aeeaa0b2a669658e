import { type KeyboardEvent, useRef, useState } from "react";
import type { Sentence, Side } from "../../codeswitch/sentence";
import { LanguageTag } from "../../ui/LanguageTag";
import { languageOf, languageStyle } from "../../ui/languages";
import type { PlaceResult } from "./result";

/** What a word is while links are edited. */
export type WordMark = "chosen" | "partner" | "linked" | "stray";

interface SentenceLineProps {
  readonly sentence: Sentence;
  readonly side: Side;
  readonly layout: "rows" | "columns";
  readonly tags: readonly string[];
  readonly marks: readonly WordMark[];
  readonly places: readonly PlaceResult[];
  readonly onChoose: (index: number) => void;
  readonly onShow: (anchor: Element | null, place: PlaceResult | null) => void;
  readonly onLeave: () => void;
}

/** One sentence: its words as buttons, the judged places between them. Arrow keys walk both. */
export function SentenceLine(props: SentenceLineProps) {
  const { sentence, side, layout, tags, marks, places, onChoose, onShow } = props;
  const line = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const { name, direction } = languageOf(sentence.language);

  function walk(event: KeyboardEvent): void {
    if (event.key === "Escape") props.onLeave();
    const items = [...(line.current?.querySelectorAll<HTMLButtonElement>("button") ?? [])];
    const at = items.indexOf(event.target as HTMLButtonElement);
    const next = stepOf(event.key, at, items.length, layout === "rows" && direction === "rtl");
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    items[next]?.focus();
  }

  return (
    <div
      ref={line}
      className="align-line"
      role="toolbar"
      aria-label={`${name} words`}
      aria-orientation={layout === "rows" ? "horizontal" : "vertical"}
      style={languageStyle(sentence.language)}
      dir={direction}
      tabIndex={-1}
      onKeyDown={walk}
    >
      <span className="align-language">
        <LanguageTag code={sentence.language} />
      </span>
      {sentence.words.map((word, index) => {
        const place = places.find(({ after }) => after === index);
        const item = index * (places.length > 0 ? 2 : 1);
        return (
          <span className="align-item" key={word.start}>
            <button
              type="button"
              className="align-word"
              data-word={`${side}-${index}`}
              data-mark={marks[index]}
              aria-pressed={marks[index] === "chosen"}
              aria-label={ariaOf(word.text, marks[index])}
              tabIndex={current === item ? 0 : -1}
              lang={sentence.language}
              onFocus={() => setCurrent(item)}
              onClick={() => onChoose(index)}
            >
              <bdi>{word.text}</bdi>
              <span className="align-tag">{tags[index] === "" ? "\u00a0" : tags[index]}</span>
            </button>
            {place === undefined ? null : (
              <button
                type="button"
                className="place-glyph place-button"
                data-legal={place.legal ? "" : undefined}
                aria-label={`Between ${place.words[0]} and ${place.words[1]}: ${place.legal ? "allowed" : "refused"}. ${place.reason}`}
                tabIndex={current === item + 1 ? 0 : -1}
                onFocus={(event) => {
                  setCurrent(item + 1);
                  onShow(event.currentTarget, place);
                }}
                onBlur={() => onShow(null, null)}
                onPointerEnter={(event) => onShow(event.currentTarget, place)}
                onPointerLeave={() => onShow(null, null)}
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

function ariaOf(text: string, mark: WordMark | undefined): string {
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
