import type { Decision } from "../../steering/condition";
import { languageOf } from "../../ui/languages";
import { LanguageTag } from "../../ui/LanguageTag";
import { SideBySide } from "../../ui/SideBySide";
import { showFixed } from "../../ui/Table";
import { MarkedText } from "./MarkedText";
import { steeredLayers } from "./steerable-layers";
import { promptLanguageOf } from "./traits";
import { DivergenceStrip } from "./sweep/DivergenceStrip";
import type { Comparison, Condition, Continuation, SteeringResult } from "./result";

const titles: Readonly<Record<Condition, string>> = {
  unsteered: "Unsteered",
  steered: "Steered",
  random: "Random push",
  other: "Push elsewhere",
  prompt: "Prompt only",
};

/** Each prompt continued without steering, with it, and under the control, side by side. */
export function Comparisons({ result }: { readonly result: SteeringResult }) {
  const most = Math.max(0, ...result.comparisons.flatMap(({ divergences }) => divergences ?? []));
  return (
    <section className="stack">
      <h2>The same beginnings, with and without a push</h2>
      {result.comparisons.map((comparison, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- prompts may repeat; their order is their identity
        <Compared key={index} comparison={comparison} language={promptLanguageOf(result)} most={most} />
      ))}
      {result.comparisons.length === 0 ? null : (
        <p className="note">
          Underlined: tokens that the unsteered continuation has not. Grey: the prompt.
          {result.other === undefined
            ? null
            : ` Push elsewhere: ${elsewhere(result)} towards ${languageOf(result.other).name}.`}{" "}
          Prompt only: no push, one text of the target set before the prompt.
        </p>
      )}
    </section>
  );
}

/** Only what is added is as long; a place along the other direction is its own. */
function elsewhere(result: SteeringResult): string {
  if ((result.operation ?? "add") !== "add") return "the same done along the direction";
  return `as far, at the same ${steeredLayers(result).length === 1 ? "layer" : "layers"},`;
}

interface ComparedProps {
  readonly comparison: Comparison;
  readonly language: string | undefined;
  /** Nats: the greatest divergence before a token, over all prompts. */
  readonly most: number;
}

function Compared({ comparison, language, most }: ComparedProps) {
  return (
    <div>
      <h3 className="hidden-text">{comparison.prompt}</h3>
      <SideBySide
        minimum={9}
        items={comparison.rows.map(({ condition, continuation }) => ({
          id: condition,
          title: titles[condition],
          baseline: condition === "unsteered",
          note: <Measured continuation={continuation} />,
          children: <MarkedText prompt={comparison.prompt} promptLanguage={language} continuation={continuation} />,
        }))}
      />
      {comparison.met === undefined ? null : (
        <p className="note">The condition is met at {Math.round(comparison.met * 100)} % of the prompt’s tokens.</p>
      )}
      {comparison.decision === undefined ? null : <Decided decision={comparison.decision} />}
      {comparison.divergences && comparison.divergences.length > 0 && comparison.decision?.met !== false ? (
        <DivergenceStrip
          pieces={comparison.rows[1]!.continuation.pieces}
          divergences={comparison.divergences}
          most={most}
        />
      ) : null}
    </div>
  );
}

function Decided({ decision: { layer, similarity, threshold, met } }: { readonly decision: Decision }) {
  const told = (cosine: number) => showFixed(cosine, 2);
  return (
    <p className="note">
      The prompt {met ? "meets" : "does not meet"} the condition: its cosine after layer {layer} is {told(similarity)},{" "}
      {met ? "above" : "not above"} {told(threshold)}. {met ? "It is steered." : "No row of it is steered."}
    </p>
  );
}

/** Below this the identifier is in doubt, and its certainty is written out. */
const certain = 0.9;

export function Measured({ continuation }: { readonly continuation: Continuation }) {
  const { language, probability, bits, bytes } = continuation;
  return (
    <>
      {language === null ? "no language" : <LanguageTag code={language} />}
      {language === null || probability >= certain ? " " : ` ${Math.round(probability * 100)}\u00a0% `}
      {bits === null || bytes === null || bytes === 0 ? null : `${showFixed(bits / bytes, 2)} bits/byte`}
    </>
  );
}
