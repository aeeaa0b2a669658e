import { brokenPhrases } from "../../codeswitch/phrases/span";
import type { GeneratedSentence } from "./result";

/** How many phrases the switches of a sentence break, where phrases were looked for. */
export function PhraseCount({ sentence: { phrases, words } }: { readonly sentence: GeneratedSentence }) {
  if (phrases === undefined) return null;
  if (phrases.length === 0) return <span> · no phrase found</span>;
  const broken = brokenPhrases(
    phrases,
    words.map(({ language }) => language),
  );
  return (
    <span>
      {" "}
      · {broken} of {phrases.length === 1 ? "1 phrase" : `${phrases.length} phrases`} broken
    </span>
  );
}
