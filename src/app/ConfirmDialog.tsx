import { useState } from "react";
import { useStore } from "zustand";
import type { Problem } from "../result";
import { Button } from "../ui/Button";
import { ProblemNote } from "../ui/ProblemNote";
import { type Asked, confirmation } from "./confirm";
import { Dialog } from "./Dialog";
import { hubAccess } from "./engine";
import { showBytes } from "./format";
import { lookUp } from "./hub-lookup";
import { addItem, type ShelfItem } from "./shelf";

type Found =
  | { readonly status: "asking" }
  | { readonly status: "looking" }
  | { readonly status: "found"; readonly item: ShelfItem }
  | { readonly status: "failed"; readonly problem: Problem };

/** Asks before a checkpoint comes from the hub: an experiment may name one, but never fetches it by itself. */
export function ConfirmDialog() {
  const asked = useStore(confirmation, (state) => state.asked);
  return asked ? <Question key={asked.reference} {...asked} /> : null;
}

function Question({ reference, answer }: Asked) {
  const [found, setFound] = useState<Found>({ status: "asking" });

  async function look(): Promise<void> {
    setFound({ status: "looking" });
    const result = await lookUp(reference, AbortSignal.timeout(20_000), hubAccess());
    setFound(result.ok ? { status: "found", item: result.value } : { status: "failed", problem: result.problem });
  }

  function agree(item: ShelfItem): void {
    addItem({ ...item, id: reference });
    answer(true);
  }

  return (
    <Dialog title="Fetch a model?" onClose={() => answer(false)}>
      <p>
        This experiment uses <code>{reference}</code> from huggingface.co. Nothing of it has been fetched yet.
      </p>
      {found.status === "failed" ? <ProblemNote problem={found.problem} /> : null}
      {found.status === "found" ? (
        <p className="numeric">
          {showBytes(found.item.weightBytes)} of weights, {found.item.licence}.
        </p>
      ) : null}
      <div className="row">
        {found.status === "found" ? (
          <Button kind="primary" onClick={() => agree(found.item)}>
            Fetch {showBytes(found.item.weightBytes)}
          </Button>
        ) : (
          <Button kind="primary" disabled={found.status === "looking"} onClick={() => void look()}>
            {found.status === "looking" ? "Looking it up…" : "Look up its size"}
          </Button>
        )}
        <Button onClick={() => answer(false)}>Do not fetch</Button>
      </div>
    </Dialog>
  );
}
