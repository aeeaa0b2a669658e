import { recoveredShare } from "../../merging/grafting";
import { languageOf } from "../../ui/languages";
import { showFixed } from "../../ui/Table";
import { type Cell, cellsOf, contestedLanguages, valueOf } from "./compare";
import { type MergingResult, type Role, roles } from "./result";
import { shortTitle } from "./titles";
import { Terms } from "../../ui/Terms";

/** The finding in words: what the merge costs in the two languages in which its parents differ most, either way. */
export function Headline({ result }: { readonly result: MergingResult }) {
  const cells = cellsOf(result, "average");
  const languages = contestedLanguages(cells).filter((language) => valueOf(cells, "merge", language) !== undefined);
  if (languages.length === 0) return null;
  return (
    <Terms>
      <p className="merging-headline">
        {languages.map((language, index) => (
          <span key={language}>
            {index === 0 ? "In" : " In"} {languageOf(language).name} the merge costs {show(cells, "merge", language)}{" "}
            bits per byte{index === 0 ? " (less is better)" : ""}, where{" "}
            {roles
              .filter((role) => role !== "merge" && valueOf(cells, role, language) !== undefined)
              .map((role) => `${named(result, role)} has ${show(cells, role, language)}`)
              .join(", ")}
            .{recovered(cells, language)}
          </span>
        ))}
      </p>
    </Terms>
  );
}

function show(cells: readonly Cell[], role: Role, language: string): string {
  return showFixed(valueOf(cells, role, language), 2);
}

/** Of a part of one fine-tune's change: how much of its gain the part gives back. */
function recovered(cells: readonly Cell[], language: string): string {
  const [base, tuned, merge] = (["base", "a", "merge"] as const).map((role) => valueOf(cells, role, language));
  if (base === undefined || tuned === undefined || merge === undefined || tuned >= base) return "";
  if (valueOf(cells, "b", language) !== undefined) return "";
  return ` That is ${showFixed(100 * (recoveredShare(base, merge, tuned) ?? 0), 0)} % of what was gained.`;
}

function named({ models }: MergingResult, role: Role): string {
  if (role === "base") return models.some((model) => model.role === "b") ? "their base" : "its base";
  if (role === "average") return "their average";
  return models.find((model) => model.role === role)?.name || shortTitle(role);
}
