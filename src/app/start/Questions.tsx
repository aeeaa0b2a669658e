import { useState } from "react";
import type { LabId } from "../../experiments/experiment";
import { Details } from "../../ui/Details";
import { loadLab } from "../labs";
import { type Telling, telling } from "./telling";

/** The three questions that tell most of what a lab is for, and the others when they are wanted. */
export function Questions({ id }: { id: LabId }) {
  const [others, setOthers] = useState<readonly Telling[]>([]);
  async function fetchOthers(): Promise<void> {
    const { presets } = await loadLab(id);
    setOthers(presets.filter((preset) => !telling[id].some((first) => first.id === preset.id)));
  }
  return (
    <div>
      <QuestionList id={id} questions={telling[id]} />
      <Details summary="More questions" onOpen={() => void fetchOthers().catch(() => undefined)}>
        <QuestionList id={id} questions={others} />
      </Details>
    </div>
  );
}

function QuestionList({ id, questions }: { id: LabId; questions: readonly Telling[] }) {
  return (
    <ul className="start-questions">
      {questions.map((preset) => (
        <li key={preset.id}>
          <a href={`#/${id}?preset=${preset.id}`}>{preset.question}</a>
        </li>
      ))}
    </ul>
  );
}
