import type { Continuation, SweepCell } from "../result";

/** What a run over vectors at the head has computed so far; plain JSON. */
export interface HeadResult {
  readonly task: "head";
  readonly model: { readonly checkpoint: string; readonly width: number };
  readonly languages: readonly string[];
  readonly language: string;
  readonly script: boolean;
  /** Cosines between the vectors of the languages, [N][N]. */
  readonly cosines: readonly (readonly number[])[];
  /** Of each language: the tokens whose logits its vector raises most, and by how much. */
  readonly promoted: readonly (readonly { readonly text: string; readonly by: number }[])[];
  /** Of what is added at strength 1 over that of what the head reads. */
  readonly share: number;
  readonly strengths: readonly number[];
  readonly texts: readonly HeadText[];
  /** Over all prompts by strength, of the vector and of a random one of its length; null until all texts are there. */
  readonly cells: Readonly<Record<"vector" | "random", readonly SweepCell[]>> | null;
}

/** A prompt as it goes on at each strength of the vector. */
export interface HeadText {
  readonly prompt: string;
  readonly rows: readonly { readonly strength: number; readonly continuation: Continuation }[];
}
