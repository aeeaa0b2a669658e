import { Button } from "../ui/Button";
import type { RunStatus } from "./runs";

export interface RunBarProps {
  readonly status: RunStatus;
  /** The results in view are of earlier settings. */
  readonly stale: boolean;
  /** A lesson waits for a prediction. */
  readonly waiting: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onRun: () => void;
  readonly onStop: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onShare: () => void;
  /** Absent where nothing is stored. */
  readonly onSave: (() => void) | undefined;
  /** The experiment as it is has just been saved. */
  readonly kept: boolean;
}

/** Run or Stop, the way back, and the way out. */
export function RunBar(props: RunBarProps) {
  const { status } = props;
  const progress = status.kind === "running" ? status.progress : null;
  return (
    <div className="run-bar">
      <div className="row">
        {status.kind === "running" ? (
          <Button kind="primary" onClick={props.onStop} title="Esc">
            Stop
          </Button>
        ) : (
          <Button kind="primary" disabled={props.waiting} onClick={props.onRun} title="Ctrl Enter, or ⌘ Enter">
            Run
          </Button>
        )}
        <Button kind="quiet" disabled={!props.canUndo} onClick={props.onUndo}>
          Undo
        </Button>
        <Button kind="quiet" disabled={!props.canRedo} onClick={props.onRedo}>
          Redo
        </Button>
        <Button kind="quiet" onClick={props.onShare}>
          Share
        </Button>
        {props.onSave ? (
          <Button kind="quiet" onClick={props.onSave}>
            Save
          </Button>
        ) : null}
        {props.kept ? (
          <span className="note" role="status">
            Saved under <a href="#/saved">Saved</a>.
          </span>
        ) : null}
      </div>
      {status.kind === "running" ? (
        <div className="run-progress">
          <progress
            value={progress && progress.total > 0 ? progress.done / progress.total : undefined}
            aria-label="Progress of the run"
          />
          <p className="note numeric">{progress?.note ?? "starting"}</p>
        </div>
      ) : props.stale ? (
        <p className="note run-stale">The results are of earlier settings.</p>
      ) : null}
    </div>
  );
}
