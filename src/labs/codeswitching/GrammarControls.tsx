import { constraints, theoryIds } from "../../codeswitch/constraints";
import { sentencePairs } from "../../codeswitch/pairs";
import type { Document } from "../../experiments/documents/codeswitching";
import { Checkbox } from "../../ui/Checkbox";
import { Details } from "../../ui/Details";
import { languageOf } from "../../ui/languages";
import { Segmented } from "../../ui/Segmented";
import { Select } from "../../ui/Select";
import type { PanelProps } from "../lab";
import { CountControls } from "./CountControls";
import { pairOfDocument, settingsOf } from "./pair";
import { PairControls } from "./PairControls";
import { PhraseControls } from "./PhraseControls";
import { TargetControls } from "./TargetControls";

/** Of the grammar: which pair, which theory, what is asked of the sentences. */
export function GrammarControls({ document, edit }: PanelProps<Document>) {
  const pair = pairOfDocument(document);
  const [first, second] = document.languages.map((code) => languageOf(code).name);
  return (
    <>
      <Select
        label="Sentence pair"
        value={pair?.id ?? "own"}
        options={[
          ...sentencePairs.map(({ id, title, languages }) => ({
            value: id,
            label: `${languages.join("–")}: ${title}`,
          })),
          { value: "own", label: "own sentences", disabled: pair !== undefined },
        ]}
        onChange={(id) => {
          const chosen = sentencePairs.find((candidate) => candidate.id === id);
          if (chosen !== undefined) edit(settingsOf(chosen));
        }}
      />
      <Select
        label="Theory of where one may switch"
        value={document.theory}
        options={theoryIds.map((id) => ({ value: id, label: constraints[id].name }))}
        help={`${constraints[document.theory].rule} ${constraints[document.theory].reference}.`}
        onChange={(theory) => edit({ theory })}
      />
      <Checkbox
        label={`${constraints["free-morpheme"].name} beside it`}
        checked={document.freeMorpheme}
        onChange={(freeMorpheme) => edit({ freeMorpheme })}
      />
      <p className="note">{constraints["free-morpheme"].rule}</p>
      <PhraseControls document={document} edit={edit} />
      <Segmented
        label={document.theory === "matrix-language" ? "Matrix language" : "Main language"}
        value={document.matrix === 0 ? "first" : "second"}
        options={[
          { value: "first", label: first },
          { value: "second", label: second },
        ]}
        onChange={(side) => edit({ matrix: side === "first" ? 0 : 1 })}
      />
      <TargetControls document={document} edit={edit} />
      <CountControls document={document} edit={edit} />
      <Details summary="Own sentences, links and tree" open={pair === undefined}>
        <PairControls document={document} edit={edit} />
      </Details>
    </>
  );
}
