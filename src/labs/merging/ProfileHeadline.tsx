import { pairsOf, type PartProfile, type WeightProfile } from "../../merging/profile";
import { showFixed } from "../../ui/show-fixed";
import { Terms } from "../../ui/Terms";

/** The finding in words: where within its layers each model moved most, and how many signs conflict there. */
export function ProfileHeadline({ profile: { base, experts, parts } }: { readonly profile: WeightProfile }) {
  const within = parts.filter(({ layer }) => layer !== null);
  return (
    <Terms>
      <p className="merging-headline">
        Of the layers of {base},{" "}
        {experts
          .map((expert, index) => {
            const most = within.toSorted((x, y) => y.changes[index]! - x.changes[index]!)[0];
            const change = most?.changes[index] ?? 0;
            return most && change > 0
              ? `${expert} moved layer ${most.layer} most (${partName(most)} by ${showFixed(100 * change, 1)} %)`
              : `${expert} moved none`;
          })
          .join(", ")}
        . {pairsOf(experts.length).map(([a, b], pair) => conflict(`${experts[a]} and ${experts[b]}`, within, pair))}
      </p>
    </Terms>
  );
}

function partName({ module }: PartProfile): string {
  return module === "mlp" ? "MLP" : module;
}

/** Of the parts that hold matrices: norms have too few weights for a share. */
function conflict(both: string, within: readonly PartProfile[], pair: number): string {
  const shares = within
    .filter(({ module }) => module !== "norms")
    .flatMap(({ pairs }) => pairs[pair]?.conflicts ?? [])
    .toSorted((x, y) => x - y);
  const [low, high] = [shares[0], shares.at(-1)].map((share) => showFixed(100 * (share ?? 0), 0));
  if (shares.length === 0) return `No weight of a layer was moved by both ${both}.`;
  return `In the layers that both moved, ${low === high ? low : `${low} to ${high}`} % of the weights went opposite ways in ${both}; half is what chance would give. `;
}
