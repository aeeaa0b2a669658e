import { constraints } from "../../codeswitch/constraints";
import { languageOf } from "../../ui/languages";
import type { GrammarResult } from "./result";
import { showCount } from "./wording";
import { Terms } from "../../ui/Terms";

/** The finding in words: how many sentences the theory allows. */
export function Headline({ result }: { readonly result: GrammarResult }) {
  const [first, second] = result.languages.map((code) => languageOf(code).name);
  return (
    <Terms>
      <p className="switching-headline">
        {capitalised(constraints[result.theory].phrase)} allows {showCount(result.total)}{" "}
        {result.total === "1" ? "way" : "ways"} to say this in {first} and {second},{" "}
        {result.theory === "matrix-language" ? "the unmixed one" : "the two unmixed ones"} included.
      </p>
    </Terms>
  );
}

function capitalised(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
