import { useStore } from "zustand";
import type { TakenPart } from "../labs/lab";
import { backendName } from "../ui/show-origin";
import { webgpu } from "./capabilities";
import { showDate, showSeconds } from "./format";
import type { AnyLab } from "./labs";
import { resultPlace } from "./result-place";
import type { Finished, RunStatus } from "./runs";

/** One line over the results: where they come from, and whether they still belong to the settings. */
export function StatusLine({
  lab,
  finished,
  stale,
  status,
}: {
  lab: Pick<AnyLab, "taken">;
  finished: Finished | null;
  stale: boolean;
  status: RunStatus;
}) {
  return (
    <p
      id={resultPlace}
      className="status-line"
      data-kind={finished?.provenance.kind ?? "none"}
      data-stale={stale ? "" : undefined}
      role="status"
      aria-label="Where the results come from"
    >
      {status.kind === "running"
        ? computing(stale)
        : finished
          ? sentence(finished, lab.taken?.(finished.result) ?? [], stale)
          : notRun}
    </p>
  );
}

const notRun = "Not yet run. Press Run to compute it here.";

function computing(stale: boolean): string {
  return stale ? "Computing. Until then: the result of the earlier settings." : "Computing…";
}

function sentence({ provenance }: Finished, taken: readonly TakenPart[], stale: boolean): string {
  const { on, backend, seconds, checkpoints, whole } = provenance.recorded;
  const models = Object.keys(checkpoints).length > 0;
  const how = `in ${showSeconds(seconds)}${models ? ` on ${backendName(backend)}` : ""}`;
  const settings = " The settings have changed since; press Run.";
  const partly = whole ? "" : " It was stopped before its end.";
  const rest = `${partly}${taken.map(takenSentence).join("")}`;
  if (provenance.kind === "recorded") {
    return `Recorded on ${showDate(on)}, ${how}.${rest}${stale ? settings : " Press Run to compute it live."}`;
  }
  const computed = models || taken.length === 0 ? `Computed here ${how}.` : "Nothing had to be computed.";
  return `${computed}${rest}${stale ? settings : ""}`;
}

function takenSentence({ what, on, backend }: TakenPart): string {
  return ` As recorded on ${showDate(on)} on ${backendName(backend)}, not run again: ${what}.`;
}

/** Says once, quietly, that there is no WebGPU here. */
export function CapabilityLine() {
  const { offered, software } = useStore(webgpu);
  if (offered === null || (offered && !software)) return null;
  return (
    <p className="note">
      {offered
        ? "WebGPU here is a software adapter, which is slow: models run on WASM unless Models says otherwise."
        : "No WebGPU adapter here: models run on WASM."}
    </p>
  );
}
