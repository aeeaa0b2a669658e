import { useContext, useState } from "react";
import type { Document } from "../../../experiments/documents/steering";
import { type Problem, problemOf } from "../../../result";
import { Button } from "../../../ui/Button";
import { Field } from "../../../ui/Field";
import { ProblemNote } from "../../../ui/ProblemNote";
import { Slider } from "../../../ui/Slider";
import { showFixed } from "../../../ui/Table";
import { TextArea } from "../../../ui/TextArea";
import type { PanelProps } from "../../lab";
import { ShelfContext } from "../../ModelSelect";
import { linesOf } from "../settings";
import { beginnings, requests, type WrittenSets, writeSets } from "./write-texts";

type State =
  | { readonly status: "idle" }
  | { readonly status: "writing"; readonly done: number; readonly total: number; readonly stop: () => void }
  | { readonly status: "written"; readonly sets: WrittenSets; readonly model: string }
  | { readonly status: "failed"; readonly problem: Problem };

/** Lets the model write both sets from a word and its opposite; they stand in the two fields then, to be corrected before they are used. */
export function TextWriter({ document, edit }: PanelProps<Document>) {
  const shelf = useContext(ShelfContext);
  const [words, setWords] = useState({ opposite: "sad", concept: "happy" });
  const [templates, setTemplates] = useState("");
  const [count, setCount] = useState(16);
  const [state, setState] = useState<State>({ status: "idle" });
  const shown = templates === "" ? beginnings.join("\n") : templates;

  async function write(): Promise<void> {
    const control = new AbortController();
    const { signal } = control;
    const progress = (done: number, total: number) =>
      setState({ status: "writing", done, total, stop: () => control.abort() });
    progress(0, 2 * count);
    try {
      const engine = await shelf.engine();
      const model = await engine.load(document.model, { signal });
      const order = { ...words, templates: linesOf(shown), count, seed: document.seed };
      const sets = await writeSets(order, { engine, model, signal, onProgress: progress });
      if (!sets.ok) {
        setState({ status: "failed", problem: sets.problem });
        return;
      }
      const { source, target } = sets.value;
      // They differ in what they say, and not in their language.
      edit({ sourceTexts: source.join("\n"), targetTexts: target.join("\n"), target: document.source });
      setState({ status: "written", sets: sets.value, model: model.checkpoint });
    } catch (thrown) {
      setState(signal.aborted ? { status: "idle" } : { status: "failed", problem: problemOf(thrown) });
    }
  }

  return (
    <div className="stack-close">
      <Field
        label="Away from what is"
        value={words.opposite}
        onChange={(opposite) => setWords({ ...words, opposite })}
      />
      <Field label="Towards what is" value={words.concept} onChange={(concept) => setWords({ ...words, concept })} />
      <TextArea
        label="Templates, one a line"
        value={shown}
        rows={4}
        maxLength={2000}
        help="The word stands where {} is. The model goes on from them, or answers them where it is a chat model; only what it writes is kept."
        onChange={setTemplates}
      />
      <div className="row">
        <Button kind="quiet" onClick={() => setTemplates(beginnings.join("\n"))}>
          Beginnings
        </Button>
        <Button kind="quiet" onClick={() => setTemplates(requests.join("\n"))}>
          Requests to a chat model
        </Button>
      </div>
      <Slider
        label="Texts a set"
        value={count}
        min={4}
        max={48}
        step={4}
        onChange={(value) => setCount(Math.round(value))}
      />
      <div className="row">
        <Button disabled={state.status === "writing"} onClick={() => void write()}>
          Write both sets
        </Button>
        {state.status === "writing" ? <Button onClick={state.stop}>Stop writing</Button> : null}
      </div>
      <p className="note" role="status">
        {state.status === "writing" ? `Text ${state.done + 1} of ${state.total}…` : null}
        {state.status === "written" ? <Quality {...state} /> : null}
      </p>
      {state.status === "failed" ? <ProblemNote problem={state.problem} /> : null}
    </div>
  );
}

/** Below this a word changed what the model writes no more than chance would. */
const leastBits = 2;

/** How good the sets are, and what to do about it. */
function Quality({ sets, model }: { readonly sets: WrittenSets; readonly model: string }) {
  const { written, different, bitsFromWord, asked } = sets;
  return (
    <>
      {model} wrote {written} texts, {different} of them different. Behind its own word a text is{" "}
      {showFixed(bitsFromWord, 1)} bits likelier than behind the other.{" "}
      {bitsFromWord < leastBits
        ? "The model makes next to nothing of the words: a direction between these sets is one of chance. Take stories or texts of your own, or a model that knows the words. "
        : null}
      {asked
        ? "It was asked as an assistant. "
        : "It has no chat template: it went on from the templates, which no one taught it to obey, so a text may have little to do with its word. "}
      Read both fields and strike what does not fit before you run.
    </>
  );
}
