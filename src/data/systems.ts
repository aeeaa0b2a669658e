import type { Json } from "../experiments/delta";
import type { LabId } from "../experiments/experiment";
import { hashOfSettings } from "../experiments/link";
import data from "./systems.json";

export const systemGroups = {
  T: "Tokenizers and vocabulary",
  C: "Code-switching and generation",
  M: "Merging in weight space",
  S: "Steering",
  D: "Logits at decode time",
  E: "Evaluation",
} as const;
export type SystemGroup = keyof typeof systemGroups;

/** `yes`: its central move runs in a lab. `part`: some of it does, or it is in the code and the console without a panel. */
export type Done = "yes" | "part" | "no";

/** A published system of the catalogue, and how far this lab goes with it. */
export interface System {
  /** Group and number, as `M1`. */
  readonly id: string;
  readonly name: string;
  readonly paper: string;
  readonly done: Done;
  /** What the lab does of it; empty where it does nothing. */
  readonly does: string;
  /** What it leaves out. */
  readonly leaves: string;
  /** Where it opens: a lab, or one of its presets as `steering?preset=which-layer`; empty where there is nothing to open. */
  readonly opens: "" | LabId | `${LabId}?preset=${string}`;
  /** Of a lab that is opened without a preset: what differs from its defaults. */
  readonly settings?: { readonly [setting: string]: Json };
}

/** The whole catalogue, in the order of importance within each group. */
export const systems = data as readonly System[];

/** Where a system opens; null where it does not. */
export function hashOfSystem({ opens, settings }: System): string | null {
  if (opens === "") return null;
  return settings ? hashOfSettings(opens.split("?")[0] as LabId, settings) : `#/${opens}`;
}

export function groupOf({ id }: System): SystemGroup {
  return id[0] as SystemGroup;
}
