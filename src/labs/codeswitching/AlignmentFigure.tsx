import { type ReactNode, useState } from "react";
import type { Alignment, Link } from "../../codeswitch/alignment";
import { otherSide, type Sentence, type Side } from "../../codeswitch/sentence";
import { Figure } from "../../ui/Figure";
import { languageOf } from "../../ui/languages";
import { useWidth } from "../../ui/width";
import { type Band, bandsOf } from "./bands";
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

/** Pixels, a little more than needed: a character of a word and of its tag, the gap with its mark, the language's tag. */
const characterWidth = 8.8;
const tagCharacterWidth = 7;
const gapWidth = 21;
const languageWidth = 34;

/**
 * The two sentences with their links, one under the other and wrapped together, or side by side word under word where
 * links cross too far for that. A word is chosen, then words of the other sentence are linked to it or unlinked.
 */
export function AlignmentFigure({ sentences, alignment, tags, places, onToggle }: AlignmentFigureProps) {
  const [frame, width] = useWidth<HTMLDivElement>(720);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [shown, setShown] = useState<PlaceResult | null>(null);
  const bands = bandsOf(
    [widthsOf(sentences[0], tags[0]), widthsOf(sentences[1], tags[1])],
    alignment,
    width - languageWidth,
  );
  const layout = bands === undefined ? "columns" : "rows";
  const whole: Band = {
    words: [
      [0, sentences[0].words.length],
      [0, sentences[1].words.length],
    ],
  };

  function choose(side: Side, index: number): void {
    if (chosen === null || (chosen.side === side && chosen.index !== index)) setChosen({ side, index });
    else if (chosen.side === side) setChosen(null);
    else onToggle(side === 0 ? { first: index, second: chosen.index } : { first: chosen.index, second: index });
  }

  function markOf(side: Side, index: number): WordMark {
    if (chosen?.side === side && chosen.index === index) return "chosen";
    const partners = alignment.filter((link) => (side === 0 ? link.first : link.second) === index);
    const isPartner = (link: Link): boolean => (side === 0 ? link.second : link.first) === chosen?.index;
    if (chosen !== null && chosen.side !== side && partners.some(isPartner)) return "partner";
    return partners.length > 0 ? "linked" : "stray";
  }

  return (
    <Figure
      name="alignment"
      caption={
        <span className="align-caption">
          <span role="status">{statusOf(sentences, chosen, shown)}</span>{" "}
          <span className="place-legend">
            <span className="place-glyph" data-legal="">
              |
            </span>{" "}
            a switch is allowed, <span className="place-glyph">×</span> it is refused; point at a mark to read why.
          </span>
        </span>
      }
    >
      <div className="stack-close" ref={frame}>
        {(bands ?? [whole]).map((band, number) => (
          <div className="align" data-layout={layout} key={band.words.join()}>
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
                part={{ number, of: bands?.length ?? 1, words: band.words[side] }}
                side={side}
                layout={layout}
                tagOf={(index) => tags[side][index] ?? ""}
                markOf={(index) => markOf(side, index)}
                isNamed={(index) => shown?.named.some((word) => word.side === side && word.index === index) ?? false}
                placeAfter={(index) => places.find((place) => place.side === side && place.after === index)}
                onChoose={(index) => choose(side, index)}
                onShow={setShown}
                onLeave={() => setChosen(null)}
              />
            ))}
          </div>
        ))}
      </div>
    </Figure>
  );
}

function statusOf(
  sentences: readonly [Sentence, Sentence],
  chosen: Chosen | null,
  shown: PlaceResult | null,
): ReactNode {
  if (shown !== null) {
    return (
      <>
        <strong>{shown.legal ? "A switch is allowed here." : "No switch here."}</strong> {shown.reason}
      </>
    );
  }
  if (chosen === null) return "Choose a word, then words of the other sentence, to link or unlink them.";
  const { text } = sentences[chosen.side].words[chosen.index] ?? { text: "" };
  const other = languageOf(sentences[otherSide(chosen.side)].language).name;
  return `“${text}” is chosen: choose its counterpart in the ${other} sentence, or the word again to leave it.`;
}

function widthsOf(sentence: Sentence, tags: readonly string[]): readonly number[] {
  return sentence.words.map(
    ({ text }, index) =>
      Math.max(text.length * characterWidth, (tags[index] ?? "").length * tagCharacterWidth) + gapWidth,
  );
}
