import { languageOf } from "../../../ui/languages";
import { RowsFile } from "../../../ui/RowsFile";
import { SideBySide } from "../../../ui/SideBySide";
import type { Continuation } from "./result";

interface ContinuationsProps {
  readonly continuations: readonly Continuation[];
  /** What the changed model's rows are made by. */
  readonly by: string;
}

/** The same half sentences continued by the base and by the model on the shelf. */
export function Continuations({ continuations, by }: ContinuationsProps) {
  return (
    <section className="stack" aria-label="Continuations">
      <h2>The same beginning before and after</h2>
      {continuations.map(({ language, prompt, before, after }) => (
        <div key={language}>
          <h3 className="hidden-text">{languageOf(language).name}</h3>
          <SideBySide
            items={[
              { id: "before", title: "The base", baseline: true, text: before },
              { id: "after", title: by, text: after },
            ].map(({ text, ...item }) => ({
              ...item,
              children: (
                <p className="passage" dir="auto" lang={language}>
                  <bdi className="tokenizers-prompt">{prompt}</bdi>
                  {text}
                </p>
              ),
            }))}
          />
        </div>
      ))}
      <p className="note">
        Grey: half of one of the forty sentences. Both go on greedily; nothing was trained after the change.
      </p>
      <RowsFile
        what="Continuations"
        name="vocabulary-continuations"
        csv
        rows={() =>
          continuations.map(({ language, prompt, before, after }) => ({ language, prompt, before, after, by }))
        }
      />
    </section>
  );
}
