import { useState } from "react";
import type { Alignment, Link } from "../../codeswitch/alignment";
import type { Sentence, Side } from "../../codeswitch/sentence";
import { languageOf } from "../../ui/languages";
import { Readout } from "../../ui/Readout";
import { useWidth } from "../../ui/width";
import { LinkLines } from "./LinkLines";
import type { PlaceResult } from "./result";
import { SentenceLine, type WordMark } from "./SentenceLine";

interface AlignmentFigureProps {
  readonly sentences: readonly [Sentence, Sentence];
  readonly alignment: Alignment;
  readonly tags: readonly [readonly string[], readonly string[]];
  readonly places: readonly PlaceResult[];
  readonly onToggle: (link: Link) => void;
}

interface Chosen {
  readonly side: Side;
  readonly index: number;
}

/** A word takes about so many pixels a character, and so many more for its gap with the mark in it. */
const characterWidth = 8.2;
const gapWidth = 19;

/**
 * The two sentences with their links, one under the other, or side by side word under word where they are too long for
 * that. A word is chosen, then words of the other sentence are linked to it or unlinked.
 */
export function AlignmentFigure({ sentences, alignment, tags, places, onToggle }: AlignmentFigureProps) {
  const [frame, width] = useWidth<HTMLDivElement>(720);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [shown, setShown] = useState<{ readonly anchor: Element; readonly place: PlaceResult } | null>(null);
  const longest = Math.max(...sentences.map((sentence) => widthOf(sentence)));
  const layout = longest <= width ? "rows" : "columns";
  const partners = partnersOf(alignment, chosen);

  function choose(side: Side, index: number): void {
    if (chosen === null || (chosen.side === side && chosen.index !== index)) setChosen({ side, index });
    else if (chosen.side === side) setChosen(null);
    else onToggle(side === 0 ? { first: index, second: chosen.index } : { first: chosen.index, second: index });
  }

  function marksOf(side: Side): readonly WordMark[] {
    return sentences[side].words.map((_, index) => {
      if (chosen?.side === side && chosen.index === index) return "chosen";
      if (chosen !== null && chosen.side !== side && partners.has(index)) return "partner";
      return linkedSide(alignment, side, index) ? "linked" : "stray";
    });
  }

  const word = chosen === null ? undefined : sentences[chosen.side].words[chosen.index]?.text;
  return (
    <figure className="figure" ref={frame}>
      <div className="align" data-layout={layout}>
        <LinkLines
          key={sentences.map(({ text }) => text).join("\n")}
          alignment={alignment}
          chosen={chosen}
          layout={layout}
        />
        {([0, 1] as const).map((side) => (
          <SentenceLine
            key={side}
            sentence={sentences[side]}
            side={side}
            layout={layout}
            tags={tags[side]}
            marks={marksOf(side)}
            places={places.filter((place) => place.side === side)}
            onChoose={(index) => choose(side, index)}
            onShow={(anchor, place) => setShown(anchor === null || place === null ? null : { anchor, place })}
            onLeave={() => setChosen(null)}
          />
        ))}
      </div>
      <Readout anchor={shown?.anchor ?? null} id="place-reason">
        {shown === null ? null : (
          <>
            <strong>{shown.place.legal ? "A switch is allowed here." : "No switch here."}</strong>
            <span>{shown.place.reason}</span>
          </>
        )}
      </Readout>
      <figcaption className="figure-caption">
        <span role="status">
          {word === undefined || chosen === null
            ? "Choose a word, then words of the other sentence, to link or unlink them."
            : `“${word}” is chosen: choose its counterpart in the ${languageOf(sentences[chosen.side === 0 ? 1 : 0].language).name} sentence, or the word again to leave it.`}
        </span>{" "}
        <PlaceLegend />
      </figcaption>
    </figure>
  );
}

function PlaceLegend() {
  return (
    <span className="place-legend">
      <span className="place-glyph" data-legal="">
        |
      </span>{" "}
      a switch is allowed, <span className="place-glyph">×</span> it is refused; point at a mark to read why.
    </span>
  );
}

function widthOf(sentence: Sentence): number {
  return sentence.words.reduce((sum, word) => sum + word.text.length * characterWidth + gapWidth, 40);
}

function linkedSide(alignment: Alignment, side: Side, index: number): boolean {
  return alignment.some((link) => (side === 0 ? link.first : link.second) === index);
}

function partnersOf(alignment: Alignment, chosen: Chosen | null): ReadonlySet<number> {
  if (chosen === null) return new Set();
  const links = alignment.filter((link) => (chosen.side === 0 ? link.first : link.second) === chosen.index);
  return new Set(links.map((link) => (chosen.side === 0 ? link.second : link.first)));
}
