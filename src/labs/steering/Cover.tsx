import type { Document } from "../../experiments/documents/steering";
import { LanguageTag } from "../../ui/LanguageTag";
import { MarkedText } from "./MarkedText";
import { pushTold } from "./push-told";
import type { SteeringResult } from "./result";
import { promptLanguageOf } from "./traits";

/** The first prompt as it goes on without and with steering. */
export function Cover({ result }: { readonly document: Document; readonly result: SteeringResult }) {
  const [comparison] = result.comparisons;
  if (comparison === undefined) return null;
  return (
    <div className="stack-close">
      {comparison.rows
        .filter(({ condition }) => condition === "unsteered" || condition === "steered")
        .map(({ condition, continuation }) => (
          <div key={condition}>
            <p className="note">
              {condition === "steered" ? pushTold(result) : "unsteered"}{" "}
              {continuation.language === null ? null : <LanguageTag code={continuation.language} />}
            </p>
            <MarkedText
              prompt={comparison.prompt}
              promptLanguage={promptLanguageOf(result)}
              continuation={continuation}
            />
          </div>
        ))}
    </div>
  );
}
