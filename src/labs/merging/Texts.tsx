import { RowsFile } from "../../ui/RowsFile";
import { SideBySide } from "../../ui/SideBySide";
import { markDifferences } from "./compare";
import type { MergingResult, PromptTexts, Role } from "./result";
import { titleOf } from "./titles";

interface TextsProps {
  readonly result: MergingResult;
  readonly baseline: Role;
}

/** Every prompt continued by every model, side by side; words that the baseline has not are marked. */
export function Texts({ result, baseline }: TextsProps) {
  return (
    <section className="stack" aria-label="Continuations">
      <h2>The same beginning, every model</h2>
      {result.texts.map((entry, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- prompts may repeat; their order is their identity
        <Continued key={index} entry={entry} result={result} baseline={baseline} />
      ))}
      <p className="note">Underlined: words that {titleOf(result, baseline)} does not write there. Grey: the prompt.</p>
      <RowsFile what="Continuations" name="merging-continuations" csv rows={() => rowsOf(result)} />
    </section>
  );
}

function Continued({ entry, result, baseline }: TextsProps & { readonly entry: PromptTexts }) {
  const base = entry.texts.find(({ role }) => role === baseline)?.text;
  return (
    <div>
      <h3 className="hidden-text">{entry.prompt}</h3>
      <SideBySide
        minimum={9}
        items={result.models.map(({ role }) => {
          const written = entry.texts.find((text) => text.role === role);
          return {
            id: role,
            title: titleOf(result, role),
            baseline: role === baseline,
            children: (
              <p className="passage" dir="auto">
                <bdi className="merging-prompt">{entry.prompt}</bdi>
                {markDifferences(written?.text ?? "", base ?? written?.text ?? "").map(({ text, differs }, index) =>
                  differs ? (
                    // oxlint-disable-next-line react/no-array-index-key -- stretches have no identity but their place
                    <mark key={index} className="differs">
                      {text}
                    </mark>
                  ) : (
                    // oxlint-disable-next-line react/no-array-index-key -- stretches have no identity but their place
                    <span key={index}>{text}</span>
                  ),
                )}
                {written?.finished && written.text === "" ? <span className="note"> (ends here)</span> : null}
              </p>
            ),
          };
        })}
      />
    </div>
  );
}

function rowsOf({ texts, models }: MergingResult) {
  return texts.flatMap(({ prompt, texts: written }) =>
    written.map(({ role, text, finished }) => {
      const { name, checkpoint } = models.find((model) => model.role === role) ?? {};
      return { prompt, role, name, checkpoint, text, finished };
    }),
  );
}
