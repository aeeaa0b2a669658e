import { useState } from "react";
import type { Problem } from "../result";
import { ProblemNote } from "./ProblemNote";

export interface FileFieldProps {
  readonly label: string;
  /** File name endings and types, as of an input's `accept`. */
  readonly accept: string;
  readonly help?: string;
  /** Takes the file that was chosen or dropped here; gives what is wrong with it. */
  readonly take: (file: File) => Promise<Problem | null>;
}

/** A field for one file, which it hands on at once and does not keep. What is wrong with the file stands under it until the next one. */
export function FileField({ label, accept, help, take }: FileFieldProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <>
      <label className="file-field">
        <span>{label}</span>
        <input
          type="file"
          accept={accept}
          onDragOver={(event) => event.stopPropagation()}
          onDrop={(event) => event.stopPropagation()}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = "";
            if (file) void take(file).then(setProblem);
          }}
        />
        {help ? (
          <span className="note" role="status">
            {help}
          </span>
        ) : null}
      </label>
      {problem ? <ProblemNote problem={problem} /> : null}
    </>
  );
}
