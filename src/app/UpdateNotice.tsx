import { useStore } from "zustand";
import { Button } from "../ui/Button";
import { takeUpdate, update } from "./offline";
import { running } from "./run";

/** Says that a newer version is here, never while something runs. */
export function UpdateNotice() {
  const waiting = useStore(update, (state) => state.waiting);
  const busy = useStore(running, (state) => state.count > 0);
  if (!waiting || busy) return null;
  return (
    <div className="page-notice" role="status">
      <p>A newer Babelscope is here.</p>
      <Button onClick={takeUpdate}>Load it</Button>
      <Button kind="quiet" onClick={() => update.setState({ waiting: null })}>
        Later
      </Button>
    </div>
  );
}
