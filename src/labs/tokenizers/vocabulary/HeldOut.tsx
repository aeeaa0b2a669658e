import { languageOf } from "../../../ui/languages";

/** Whether the sentences that numbers are taken on are held out; `learntFrom` are the languages in which they are not. */
export function HeldOut({ learntFrom = [] }: { readonly learntFrom?: readonly string[] | undefined }) {
  return (
    <p className="note">
      {learntFrom.length === 0
        ? "Measured on sentences that are in none of the texts that were learnt from."
        : `Measured on sentences that are not held out in ${learntFrom.map((code) => languageOf(code).name).join(", ")}: the stories are not in all of these, so that these sentences were learnt from, too.`}
    </p>
  );
}
