import { useContext, useState } from "react";
import { printPharaoh } from "../../codeswitch/alignment";
import type { Document } from "../../experiments/documents/codeswitching";
import { type Problem, problemOf } from "../../result";
import { Button } from "../../ui/Button";
import { ProblemNote } from "../../ui/ProblemNote";
import { Select } from "../../ui/Select";
import { TextArea } from "../../ui/TextArea";
import type { PanelProps } from "../lab";
import { ModelSelect, ShelfContext } from "../ModelSelect";
import { aligners } from "./links";

/** Proposes links, to be corrected by hand; it replaces those that are there. */
export function ProposeLinks({ document, edit }: PanelProps<Document>) {
  const { engine } = useContext(ShelfContext);
  const [id, setId] = useState<(typeof aligners)[number]["id"]>("learnt");
  const [model, setModel] = useState("polyglot-base");
  const [state, setState] = useState<{
    readonly busy: boolean;
    readonly note: string;
    readonly problem: Problem | null;
  }>({
    busy: false,
    note: "",
    problem: null,
  });
  const aligner = aligners.find((one) => one.id === id)!;
  const longest = Math.max(...document.sentences.map((sentence) => sentence.length));

  async function propose(): Promise<void> {
    setState({ busy: true, note: "Linking…", problem: null });
    try {
      const { links, note } = await aligner.propose(document, { engine, model });
      edit({ alignment: printPharaoh(links) });
      setState({ busy: false, note, problem: null });
    } catch (thrown) {
      setState({ busy: false, note: "", problem: problemOf(thrown) });
    }
  }

  return (
    <div className="stack-close">
      <Select
        label="Links proposed by"
        value={id}
        options={aligners.map(({ id: value, name }) => ({ value, label: name }))}
        help={`${aligner.rule}${Number.isFinite(aligner.longest) ? ` Up to ${aligner.longest.toLocaleString("en")} characters.` : ""}`}
        onChange={setId}
      />
      {aligner.asksModel ? <ModelSelect label="Model" value={model} onChange={setModel} /> : null}
      {id === "learnt" ? (
        <TextArea
          label="More pairs to learn from"
          value={document.pairs}
          mono
          rows={3}
          maxLength={60_000}
          help="One a line: sentence, tab, sentence."
          onChange={(pairs, gesture) => edit({ pairs }, gesture)}
        />
      ) : null}
      <Button disabled={state.busy || longest === 0 || longest > aligner.longest} onClick={() => void propose()}>
        Propose links
      </Button>
      <p className="note" role="status">
        {state.note}
      </p>
      {state.problem === null ? null : <ProblemNote problem={state.problem} />}
    </div>
  );
}
