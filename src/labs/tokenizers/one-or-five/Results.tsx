import { Details } from "../../../ui/Details";
import { HeatMap } from "../../../ui/HeatMap";
import { languageOf } from "../../../ui/languages";
import { showFixed } from "../../../ui/Table";
import { HeldOut } from "../vocabulary/HeldOut";
import type { OneOrFiveResult } from "./result";

const sentences = 40;

/** Tokens a sentence for every language under every vocabulary; what sharing costs against a vocabulary of one's own. */
export function OneOrFiveResults({ result }: { readonly result: OneOrFiveResult }) {
  const { tokenizers, title, size } = result;
  const rows = Object.keys(tokenizers[0]?.tokens ?? {});
  return (
    <>
      <p className="tokenizers-headline numeric" data-finding="">
        {findingOf(result)}
      </p>
      <HeatMap
        caption={`Tokens a sentence, forty sentences that say the same, ${title}, up to ${size.toLocaleString("en")} pieces each${shortOf(result)}.`}
        rowTitle="language"
        columnTitle="trained on"
        rowLabels={rows.map((language) => languageOf(language).name)}
        columnLabels={tokenizers.map(({ learnt }) => (learnt.length === 1 ? learnt[0]! : `all ${learnt.length}`))}
        values={rows.map((language) => tokenizers.map(({ tokens }) => (tokens[language] ?? 0) / sentences))}
        numbers
        format={(value) => showFixed(value, 1)}
        unit="tokens a sentence"
        name="one-or-five"
      />
      <Details summary="What is compared">
        <p className="formula">cost of sharing = tokens(shared vocabulary) / tokens(own vocabulary)</p>
        <p>
          Every vocabulary may have as many pieces and is trained by the same method on parallel stories: one on each
          language, the last on all together. Languages that no vocabulary saw are spelled in bytes, unless they share
          letters with one that was.
        </p>
        <HeldOut learntFrom={result.learntFrom} />
        <p className="note">
          Abagyan et al. 2025, One Tokenizer To Rule Them All (arXiv 2506.10766); Rust et al. 2021 (ACL 2021)
        </p>
      </Details>
    </>
  );
}

/** The vocabularies whose text had no more to give. */
function shortOf({ tokenizers, size }: OneOrFiveResult): string {
  const short = tokenizers.filter(({ rows }) => rows < size);
  if (short.length === 0) return "";
  return `; but the text of ${short.map(({ learnt, rows }) => `${learnt.join(", ")} gave only ${rows.toLocaleString("en")}`).join(", of ")}`;
}

function findingOf({ languages, tokenizers }: OneOrFiveResult): string {
  const shared = tokenizers.find(({ learnt }) => learnt.length === languages.length && learnt.length > 1);
  if (!shared) return "";
  const costs = languages.flatMap((language) => {
    const own = tokenizers.find(({ learnt }) => learnt.length === 1 && learnt[0] === language)?.tokens[language];
    const foreign = tokenizers.flatMap(({ learnt, tokens }) =>
      learnt.length === 1 && learnt[0] !== language ? (tokens[language] ?? []) : [],
    );
    const with_ = shared.tokens[language];
    return own && with_ ? [{ language, sharing: with_ / own, foreign: Math.max(0, ...foreign) / own }] : [];
  });
  const [worst] = costs.toSorted((a, b) => b.sharing - a.sharing);
  const [best] = costs.toSorted((a, b) => a.sharing - b.sharing);
  const [lost] = costs.toSorted((a, b) => b.foreign - a.foreign);
  if (!worst || !best || !lost) return "";
  const times = (value: number) => showFixed(value, 2);
  return `One vocabulary for ${languages.length} languages costs ${languageOf(best.language).name} ${times(best.sharing)} and ${languageOf(worst.language).name} ${times(worst.sharing)} times the tokens of a vocabulary of its own; a vocabulary of another language costs ${languageOf(lost.language).name} up to ${times(lost.foreign)} times.`;
}
