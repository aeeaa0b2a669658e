import type { Document } from "../../experiments/documents/merging";
import { recipeOfMap } from "../../merging/layer-map";
import { modules, pairsOf, type PartProfile, type WeightProfile } from "../../merging/profile";
import { groupExperts, isEven, proposeShares, wholeLayers } from "../../merging/propose";
import { Button } from "../../ui/Button";
import { HeatMap } from "../../ui/HeatMap";
import { showFixed } from "../../ui/Table";
import type { PanelProps } from "../lab";
import { ProfileHeadline } from "./ProfileHeadline";
import type { ExpertRoutes } from "./result";

interface ProfileProps extends PanelProps<Document> {
  readonly profile: WeightProfile;
  readonly routes?: ExpertRoutes | undefined;
  readonly layers: number;
}

/** What the weights say before anything is merged: how far each expert moved, and whether they moved the same way. */
export function Profile({ profile, routes, layers, document, edit }: ProfileProps) {
  const { base, experts } = profile;
  const rows = [...Array.from({ length: layers }, (_, layer) => layer).toReversed(), null];
  const rowLabels = rows.map((layer) => (layer === null ? "outside" : String(layer)));
  /** A tied head is the embeddings: no column for it. */
  const columns = modules.filter((module) => profile.parts.some((part) => part.module === module));
  const partAt = (row: number, column: number) =>
    profile.parts.find(({ layer, module }) => layer === rows[row] && module === columns[column]);
  const map = (value: (part: PartProfile) => number | null) =>
    rows.map((_, row) =>
      columns.map((_module, column) => {
        const part = partAt(row, column);
        return part ? value(part) : null;
      }),
    );
  const shared = {
    rowTitle: "layer",
    columnTitle: "part",
    rowLabels,
    columnLabels: columns.map((module) => (module === "mlp" ? "MLP" : module)),
  };
  /** Embeddings can move many times as far as any layer: on their scale no layer would be told from another. */
  const largest = Math.max(
    1e-6,
    ...profile.parts.filter(({ layer }) => layer !== null).flatMap(({ changes }) => changes),
  );
  const percent = (value: number) => `${showFixed(100 * value, 1)} %`;
  return (
    <>
      <ProfileHeadline profile={profile} />
      <section className="stack" aria-label="How far each model moved">
        <h2>Which layers moved?</h2>
        {experts.map((expert, index) => (
          <HeatMap
            key={expert}
            {...shared}
            caption={`${expert}: length of the change from ${base}, as a share of the weights it changed; the scale is that of the layers`}
            values={map(({ changes }) => changes[index]!)}
            domain={[0, largest]}
            format={percent}
            describe={(row, column) => {
              const part = partAt(row, column);
              return (
                part &&
                `|θ₀| = ${showFixed(part.norm, 2)}, |θ − θ₀| = ${showFixed(part.norm * part.changes[index]!, 2)}`
              );
            }}
            name={`change-${index}`}
          />
        ))}
      </section>
      {pairsOf(experts.length).map(([a, b], pair) => (
        <section
          key={`${experts[a]} ${experts[b]}`}
          className="stack"
          aria-label={`${experts[a]} against ${experts[b]}`}
        >
          <h2>
            Where do {experts[a]} and {experts[b]} disagree?
          </h2>
          <HeatMap
            {...shared}
            caption="Cosine of the two changes: 1 the same way, 0 unrelated, below 0 against each other"
            values={map(({ pairs }) => pairs[pair]?.cosine ?? null)}
            scale="diverging"
            domain={[-1, 1]}
            format={(value) => showFixed(value, 2)}
            name={`cosine-${pair}`}
          />
          <HeatMap
            {...shared}
            caption="Sign conflicts: of the weights that both moved, the share moved in opposite directions; half is chance, and empty is where no weight was moved by both"
            values={map(({ pairs }) => pairs[pair]?.conflicts ?? null)}
            scale="diverging"
            baseline={0.5}
            domain={[0, 1]}
            format={percent}
            describe={(row, column) => {
              const lost = partAt(row, column)?.pairs[pair]?.lost;
              if (lost === null) return "Neither moved a weight here.";
              return lost === undefined ? undefined : `TIES would drop ${percent(lost)} of both changes`;
            }}
            name={`conflicts-${pair}`}
          />
        </section>
      ))}
      {profile.parts.some(({ conditions }) => conditions) ? (
        <section className="stack" aria-label="Condition numbers">
          <h2>How evenly are the weights used?</h2>
          {experts.map((expert, index) => (
            <HeatMap
              key={expert}
              {...shared}
              caption={`${expert}: mean log10 of the condition number, largest over smallest singular value`}
              values={map(({ conditions }) => conditions?.[index] ?? null)}
              format={(value) => showFixed(value, 2)}
              name={`conditions-${index}`}
            />
          ))}
        </section>
      ) : null}
      {routes ? <Routes routes={routes} /> : null}
      <Proposals profile={profile} layers={layers} document={document} edit={edit} />
    </>
  );
}

/** Gates that Arrow would have between the experts. */
function Routes({ routes: { experts, languages, shares } }: { readonly routes: ExpertRoutes }) {
  return (
    <section className="stack" aria-label="Routes">
      <h2>Where would each language be sent?</h2>
      {experts.map((expert, index) => (
        <HeatMap
          key={expert}
          caption={`Mean gate of ${expert} over a language’s tokens: softmax of |x · v|, x what the queries of the base read, v the direction to which its change of them answers most; an even share is 1 of ${experts.length}`}
          rowTitle="layer"
          columnTitle="language"
          rowLabels={shares[index]!.map((_, layer) => String(layer)).toReversed()}
          columnLabels={languages}
          values={shares[index]!.toReversed()}
          scale="diverging"
          baseline={1 / experts.length}
          domain={[0, 1]}
          format={(value) => showFixed(value, 2)}
          name={`routes-${index}`}
        />
      ))}
      <p className="note">Shown, not applied: a merge of whole models has no gates that look at a token.</p>
    </section>
  );
}

function Proposals({ profile, layers, document, edit }: ProfileProps) {
  const { experts, mlpNorm } = profile;
  const [a, b] = experts;
  const joins = groupExperts(profile);
  const proposed = proposeShares(profile, layers);
  const whole = wholeLayers(proposed);
  function use(split: boolean): void {
    if (a === undefined || b === undefined) return;
    const { attention: shares, mlp } = split ? proposed : whole;
    edit({
      recipe: recipeOfMap({
        a,
        b,
        method: "linear",
        shares,
        ...(split && { mlp, ...(mlpNorm && { mlpNorm }) }),
        embeddings: "average",
        norm: "average",
        head: "average",
      }),
      draft: "",
      task: "merge",
    });
  }
  if (b === undefined) return null;
  return (
    <section className="stack-close" aria-label="Proposals">
      <h2>What follows from it</h2>
      <p>
        A layer that one model changed more than its own average, and the other less, can be the former’s.{" "}
        {isEven(proposed)
          ? "Here both changed every layer about alike: no map but the plain average follows."
          : "Proposed from the first heat maps:"}
      </p>
      {isEven(proposed) ? null : (
        <div className="row">
          {isEven(whole) ? null : <Button onClick={() => use(false)}>A map of whole layers</Button>}
          <Button onClick={() => use(true)}>A map split into attention and MLP</Button>
        </div>
      )}
      {experts.length > 2 ? (
        <ol>
          {joins.map(({ members, distance }) => (
            <li key={members.join()}>
              Merge {members.map((member) => experts[member]).join(", ")} (distance {showFixed(distance, 2)})
            </li>
          ))}
        </ol>
      ) : null}
      <p className="note">
        {document.conditions ? "" : "Condition numbers are not computed; switch them on in the settings. "}
        {isEven(proposed) ? "" : "The proposal looks at weights only; whether it is any good, a run says."}
      </p>
    </section>
  );
}
