import { Suspense, useState } from "react";
import type { Document } from "../../experiments/documents/merging";
import { Segmented } from "../../ui/Segmented";
import { Gradually } from "../../ui/Gradually";
import { lazily } from "../../ui/lazily";
import type { ResultProps } from "../lab";
import { Headline } from "./Headline";
import type { MergingResult, Role } from "./result";
import { Scores } from "./Scores";
import { Sharing } from "./Sharing";
import { Taken } from "./Taken";
import { Texts } from "./Texts";
import { titleOf } from "./titles";

/** Looking at weights, and a search, are runs of their own. */
const Profile = lazily(async () => ({ default: (await import("./Profile")).Profile }));
const Search = lazily(async () => ({ default: (await import("./Search")).Search }));

/** Most runs ask for no skills; the measures come with those that do. */
const Skills = lazily(async () => ({ default: (await import("./Skills")).Skills }));

/** As with packs whose curve is drawn. */
const PackCurve = lazily(async () => ({ default: (await import("./PackCurve")).PackCurve }));

/** The figures of whatever was run: a comparison, a look at the weights, a search, or a file. */
export function Results(props: ResultProps<Document, MergingResult>) {
  return (
    <Suspense>
      <Figures {...props} />
    </Suspense>
  );
}

function Figures({ result, document, edit }: ResultProps<Document, MergingResult>) {
  const { profile, routes, search, taken } = result;
  if (profile)
    return <Profile profile={profile} routes={routes} layers={result.layers} document={document} edit={edit} />;
  if (search) return <Search search={search} edit={edit} />;
  if (taken) {
    return (
      <>
        <Taken taken={taken} />
        {taken.curve ? <PackCurve curve={taken.curve} edit={edit} /> : null}
        <Sharing result={result} />
        {result.models.length > 0 ? <Measures result={result} baseline="a" /> : null}
      </>
    );
  }
  return <Comparison result={result} />;
}

function Comparison({ result }: { readonly result: MergingResult }) {
  const [chosen, setChosen] = useState<Role>("average");
  const known = result.models.map(({ role }) => role);
  const baseline = known.includes(chosen) ? chosen : "a";
  return (
    <Gradually>
      <Headline result={result} />
      <Segmented
        label="Baseline"
        value={baseline}
        options={known
          .filter((role) => role !== "merge")
          .map((role) => ({ value: role, label: titleOf(result, role) }))}
        onChange={setChosen}
      />
      {result.texts.length > 0 ? <Texts result={result} baseline={baseline} /> : null}
      <Measures result={result} baseline={baseline} />
      <Sharing result={result} />
    </Gradually>
  );
}

function Measures({ result, baseline }: { readonly result: MergingResult; readonly baseline: Role }) {
  return (
    <>
      {result.skills ? (
        <Suspense>
          <Skills result={result} baseline={baseline} />
        </Suspense>
      ) : null}
      <Scores result={result} baseline={baseline} />
    </>
  );
}
