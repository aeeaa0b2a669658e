import { constraints } from "../../codeswitch/constraints";
import { languageOf } from "../../ui/languages";
import type { CodeSwitchingResult } from "./result";
import { showCount } from "./wording";

/** The finding in words: how many sentences the theory allows, of how many places. */
export function Headline({ result }: { readonly result: CodeSwitchingResult }) {
  const legal = result.places.filter((place) => place.legal).length;
  const [first, second] = result.languages.map((code) => languageOf(code).name);
  return (
    <p className="switching-headline">
      The {constraints[result.theory].name.toLowerCase()} allows {showCount(result.total)} ways to say this between{" "}
      {first} and {second}, switching at {legal} of {result.places.length} places.
    </p>
  );
}
