import type { LabId } from "../../experiments/experiment";
import type { AnyLab } from "../labs";
import { Details } from "../../ui/Details";
import { telling } from "./telling";

interface QuestionsProps {
  readonly id: LabId;
  readonly presets: AnyLab["presets"];
}

/** The three questions that tell most of what a lab is for, and the others when they are wanted. */
export function Questions({ id, presets }: QuestionsProps) {
  const first = telling[id].flatMap((wanted) => presets.filter((preset) => preset.id === wanted));
  const others = presets.filter((preset) => !first.includes(preset));
  return (
    <div>
      <QuestionList id={id} presets={first} />
      {others.length > 0 ? (
        <Details summary={others.length === 1 ? "One more question" : `${others.length} more questions`}>
          <QuestionList id={id} presets={others} />
        </Details>
      ) : null}
    </div>
  );
}

function QuestionList({ id, presets }: QuestionsProps) {
  return (
    <ul className="start-questions">
      {presets.map((preset) => (
        <li key={preset.id}>
          <a href={`#/${id}?preset=${preset.id}`}>{preset.question}</a>
        </li>
      ))}
    </ul>
  );
}
