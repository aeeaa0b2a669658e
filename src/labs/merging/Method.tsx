import { mergeMethodNames, methodOf } from "../../merging/methods/index";
import { Details } from "../../ui/Details";
import { Terms } from "../../ui/Terms";

/** Side text: the idea, the formulas, what the paper reported, what this lab measures. */
export function Method() {
  return (
    <Terms>
      <h3>The idea</h3>
      <p>
        Two models that were trained on from one base still speak the same inner language, so their layers can be
        exchanged. Nothing is trained: each tensor of the merge is one parent’s, or a blend of both.
      </p>
      <Details summary={`All ${mergeMethodNames.length} methods, with formulas`}>
        <Terms>
          {mergeMethodNames.map((name) => (
            <div key={name}>
              <p>
                {methodOf(name).title} <code>{name}</code>
              </p>
              <p className="formula">{methodOf(name).formula}</p>
              <p className="note">{methodOf(name).reference}</p>
            </div>
          ))}
        </Terms>
      </Details>
      <p>
        Layers borrowed whole cost nothing: their converted weights are the parents’. Embeddings, final norm and head
        belong to no layer; who supplies them is always said here, where mergekit would let the outermost slices decide.
      </p>
      <h3>What the paper reported</h3>
      <p>
        Layer swapping (Bandarkar et al. 2025, arXiv 2410.01335) puts the lowest 5 and highest 2 of 32 layers of a
        language expert into a mathematics expert, with one averaged layer at each border. The abstract reports 10 %
        over the experts and other merges on MGSM, on average over four languages. The gain is in the languages with
        least data, Swahili and Telugu; in Japanese the plain mathematics expert stayed ahead. Other borders did about
        as well.
      </p>
      <h3>What is measured here</h3>
      <p>
        Bits per byte: how surprising the held-out sentences are, per byte of text, so that languages and scripts can be
        compared with themselves across models. The sentences say the same in every language and were written for this
        lab. Their intervals are 95 % percentile bootstraps over sentences; a difference draws the same sentences for
        both models. Sums are judged by exact match, symbols by which answer is the likeliest, instructions by program,
        and CoCo-CoLa counts which of two right answers was given, that in the language asked or that in English.
        Intervals of tasks are 95 % BCa bootstraps over items, percentile ones where BCa is not defined, and Wilson’s
        where all items are right or all wrong; a merge’s lost and won items are tested against the baseline’s on the
        same items. A search chooses on every second item and tells the best merge’s number on the others.
      </p>
      <p>
        The YAML is mergekit’s (Goddard et al. 2024, arXiv 2403.13257). It is read strictly: a misspelt key is an error,
        not silence.
      </p>
    </Terms>
  );
}
