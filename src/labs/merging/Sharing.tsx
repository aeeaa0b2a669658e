import type { MergeSummary } from "../../merging/summary";
import { Details } from "../../ui/Details";
import type { MergingResult } from "./result";

/** What the merge took over from its parents and what had to be computed. */
export function Sharing({ result }: { readonly result: MergingResult }) {
  const { sharing, models } = result;
  if (!sharing) return null;
  const merge = models.find(({ role }) => role === "merge");
  const first = models[0];
  return (
    <section className="stack-close" aria-label="What was computed">
      <p>
        {sharing.borrowedLayers} of {sharing.layers} layers are a parent’s, unchanged: {showShare(sharing)} of the
        weights are shared with models that were open already, {showBytes(sharing.computedBytes)} were computed.
        {merge && first
          ? ` The merge was ready after ${merge.opening} ms; opening ${first.name} took ${first.opening} ms.`
          : ""}
        {sharing.tiedHead ? " The head is tied, so it is the embeddings." : ""}
      </p>
      {sharing.rows ? (
        <Details
          summary={`The vocabulary, row by row: ${sharing.rows.reduce((sum, { count }) => sum + count, 0)} rows`}
        >
          <dl>
            {sharing.rows.map(({ what, count, tokens }) => (
              <div key={what}>
                <dt>
                  {count} {count === 1 ? "row" : "rows"}, {what}
                </dt>
                <dd className="note">
                  {tokens.join(" ")}
                  {tokens.length < count ? " …" : ""}
                </dd>
              </div>
            ))}
          </dl>
        </Details>
      ) : null}
      {sharing.warnings.map((warning) => (
        <p key={warning} className="note">
          {warning}
        </p>
      ))}
    </section>
  );
}

function showShare({ borrowedBytes, computedBytes }: MergeSummary): string {
  return `${Math.round((100 * borrowedBytes) / Math.max(1, borrowedBytes + computedBytes))} %`;
}

function showBytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
