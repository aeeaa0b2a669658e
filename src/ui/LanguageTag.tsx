import { languageOf, languageStyle } from "./languages";

export interface LanguageTagProps {
  /** ISO 639-1. */
  readonly code: string;
  /** Writes the language's English name after the tag. */
  readonly named?: boolean;
}

/** A language's two letters in its hue. */
export function LanguageTag({ code, named }: LanguageTagProps) {
  const { name } = languageOf(code);
  return (
    <span className="language" style={languageStyle(code)}>
      <abbr className="language-tag" title={name}>
        {code}
      </abbr>
      {named ? <span className="language-name">{name}</span> : null}
    </span>
  );
}
