import { languageOf } from "../../../ui/languages";
import { showFixed } from "../../../ui/Table";
import type { ChangeResult, ScoredModel } from "./result";
import { sum } from "../../../vectors";

/** The finding in words: what became smaller, what it cost, and the proof that trimming took nothing from the rest. */
export function Findings({ result }: { readonly result: ChangeResult }) {
  const { before, after, proof } = result;
  const share = (100 * after.parameters) / before.parameters;
  return (
    <div className="stack-close">
      <p className="tokenizers-headline">
        {after.rows.toLocaleString("en")} rows in the place of {before.rows.toLocaleString("en")}: {showFixed(share, 0)}{" "}
        % of the parameters. {tokensSentence(result)} {bitsSentence(result)}
      </p>
      {proof && proof.sentences === 0 ? (
        <p>No sentence is cut as before, so that nothing is proved of trimming.</p>
      ) : null}
      {proof && proof.sentences > 0 ? (
        <p>
          Proof of trimming: on {proof.sentences} sentences, {proof.logits.toLocaleString("en")} logits of kept tokens{" "}
          {proof.largest === 0 ? (
            "are those of the base, bit for bit."
          ) : (
            <>
              differ by at most <strong className="numeric">{proof.largest.toExponential(1)}</strong>
              {proof.largest < 1e-3 ? ", which is rounding" : ""}.
            </>
          )}
          {proof.apart > 0 ? ` ${proof.apart} more sentences are cut in other places and prove nothing.` : ""}
        </p>
      ) : null}
    </div>
  );
}

function tokensSentence({ fertility, languages }: ChangeResult): string {
  const rows = fertility.filter(({ language }) => languages.includes(language));
  const [before, after] = [sum(rows.map((row) => row.tokensBefore)), sum(rows.map((row) => row.tokensAfter))];
  const names = languages.map((code) => languageOf(code).name).join(" and ");
  const change = Math.round((100 * (after - before)) / before);
  const take = languages.length === 1 ? "takes" : "take";
  if (change === 0) return `${names} ${take} as many tokens as before.`;
  return `${names} ${take} ${Math.abs(change)} % ${change < 0 ? "fewer" : "more"} tokens.`;
}

function bitsSentence(result: ChangeResult): string {
  const [base] = result.models;
  const others = result.models.filter(({ name }) => name !== "base" && name !== "tuned");
  const languages = result.scored.filter((language) => result.languages.includes(language));
  if (!base || others.length === 0 || languages.length === 0) return "";
  const mean = ({ bitsPerByte }: ScoredModel) =>
    sum(languages.map((language) => bitsPerByte[language] ?? Number.NaN)) / languages.length;
  const best = others.toSorted((a, b) => mean(a) - mean(b))[0]!;
  const who = others.length === 1 ? "" : `, best with rows by “${best.title}”`;
  return `Untrained it needs ${showFixed(mean(best), 2)} bits per byte there${who}; the base needs ${showFixed(mean(base), 2)}.`;
}
