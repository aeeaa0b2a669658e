import { useState } from "react";
import type { Document } from "../../experiments/documents/merging";
import { Segmented } from "../../ui/Segmented";
import type { ResultProps } from "../lab";
import { Headline } from "./Headline";
import type { MergingResult, Role } from "./result";
import { Scores } from "./Scores";
import { Sharing } from "./Sharing";
import { Texts } from "./Texts";
import { titleOf } from "./titles";

/** The figures: the finding in words, what the merge shares, the texts side by side, the languages. */
export function Results({ result }: ResultProps<Document, MergingResult>) {
  const [chosen, setChosen] = useState<Role>("average");
  const known = result.models.map(({ role }) => role);
  const baseline = known.includes(chosen) ? chosen : "a";
  return (
    <>
      <Headline result={result} />
      <Sharing result={result} />
      <Segmented
        label="Baseline"
        value={baseline}
        options={known
          .filter((role) => role !== "merge")
          .map((role) => ({ value: role, label: titleOf(result, role) }))}
        onChange={setChosen}
      />
      <Texts result={result} baseline={baseline} />
      <Scores result={result} baseline={baseline} />
    </>
  );
}
