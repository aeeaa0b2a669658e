/** An instruction that a program can check, as data. Language codes are ISO 639-1. */
export type Instruction =
  | { readonly kind: "language"; readonly language: string }
  | { readonly kind: "words"; readonly least?: number; readonly most?: number }
  | { readonly kind: "sentences"; readonly least?: number; readonly most?: number }
  | { readonly kind: "include"; readonly keyword: string }
  | { readonly kind: "exclude"; readonly keyword: string }
  | { readonly kind: "starts"; readonly text: string }
  | { readonly kind: "ends"; readonly text: string }
  | { readonly kind: "bullets"; readonly count: number }
  | { readonly kind: "lower-case" }
  | { readonly kind: "no-commas" }
  | { readonly kind: "json" };

export type InstructionKind = Instruction["kind"];

/** One turn of a conversation: what is asked, and the instructions it adds to those of the turns before. */
export interface Turn {
  readonly text: string;
  readonly instructions: readonly Instruction[];
}

/** Turns that stack: in the last one the instructions of all hold. */
export type Conversation = readonly Turn[];

/** Whether a reply keeps an instruction of one kind. `language` is the one the reply should be split in. */
export type Verifier<Kind extends InstructionKind> = (
  reply: string,
  instruction: Extract<Instruction, { readonly kind: Kind }>,
  language: string,
) => boolean;
