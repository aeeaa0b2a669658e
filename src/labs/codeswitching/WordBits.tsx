import type { LanguageCode } from "../../codeswitch/language";
import { cellColours, type ColourScale } from "../../ui/scale";
import { showFixed } from "../../ui/Table";

interface WordBitsProps {
  readonly words: readonly {
    readonly written: string;
    readonly language: LanguageCode | null;
    /** Whether the language changes right before it. */
    readonly switched: boolean;
  }[];
  /** By word. */
  readonly bits: readonly number[];
  readonly scale: ColourScale;
}

/** The words of a sentence, each on the colour of what a model pays for it, with a bar where the language changes. */
export function WordBits({ words, bits, scale }: WordBitsProps) {
  return words.map(({ written, language, switched }, index) => (
    <bdi
      // oxlint-disable-next-line react/no-array-index-key -- a word is its place
      key={index}
      lang={language ?? undefined}
      className={switched ? "read-switched" : undefined}
      style={cellColours(scale, bits[index]!)}
      title={`${showFixed(bits[index], 1)} bits`}
    >
      {written}
    </bdi>
  ));
}
