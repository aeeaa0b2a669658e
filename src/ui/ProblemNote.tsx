import type { ReactNode } from "react";
import type { Problem } from "../result";

export interface ProblemNoteProps {
  readonly problem: Problem;
  /** Buttons that carry out the remedy. */
  readonly children?: ReactNode;
}

/** What happened, what to do, and the code under which tests and reports know it. */
export function ProblemNote({ problem, children }: ProblemNoteProps) {
  return (
    <div className="problem" role="alert" data-code={problem.code}>
      <p className="problem-what">{problem.what}</p>
      <p>{problem.remedy}</p>
      {children ? <div className="row">{children}</div> : null}
      <p className="problem-code">
        <code>{problem.code}</code>
      </p>
    </div>
  );
}
