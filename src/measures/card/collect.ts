import { type Dialogue, dialogueKey, type Materials, type Needs, type TextVectors, type TokenBits } from "./needs";

/** A model as a card sees it. Equal ids give equal answers: the id is the hash of weights, recipe and interventions. */
export interface Subject {
  readonly id: string;
  score(texts: readonly string[]): Promise<readonly TokenBits[]>;
  embed(texts: readonly string[]): Promise<readonly TextVectors[]>;
  reply(dialogue: Dialogue): Promise<readonly string[]>;
}

/** Answers that are known, by subject and question. A stopped run leaves what it has; the next one goes on from there. */
export class AnswerCache {
  readonly #subjects = new Map<string, Answers>();

  constructor(private readonly limit = 12) {}

  /** What of some needs is not answered yet. */
  unanswered(needs: Needs, subject: string): Needs {
    const known = this.#subjects.get(subject);
    if (!known) return needs;
    return {
      scored: needs.scored.filter((text) => !known.scored.has(text)),
      embedded: needs.embedded.filter((text) => !known.embedded.has(text)),
      dialogues: needs.dialogues.filter((dialogue) => !known.replies.has(dialogueKey(dialogue))),
    };
  }

  /** The answers of a subject; the subject that was used longest ago makes room. */
  of(subject: string): Answers {
    const known = this.#subjects.get(subject) ?? { scored: new Map(), embedded: new Map(), replies: new Map() };
    this.#subjects.delete(subject);
    this.#subjects.set(subject, known);
    for (const oldest of this.#subjects.keys()) {
      if (this.#subjects.size <= this.limit) break;
      this.#subjects.delete(oldest);
    }
    return known;
  }
}

interface Answers {
  readonly scored: Map<string, TokenBits>;
  readonly embedded: Map<string, TextVectors>;
  readonly replies: Map<string, readonly string[]>;
}

export interface CollectOptions {
  readonly cache: AnswerCache;
  readonly signal: AbortSignal;
  /** `done` of `total` questions, those answered from the cache among them. */
  readonly onProgress: (done: number, total: number, note: string) => void;
}

/** Texts a batch: short enough to stop soon, long enough to be quick. */
const batchSize = 16;

/** Asks a subject for everything that is not known yet, in batches. Throws the signal's reason when it is stopped. */
export async function collect(needs: Needs, subject: Subject, options: CollectOptions): Promise<Materials> {
  const { cache, signal, onProgress } = options;
  const answers = cache.of(subject.id);
  const total = needs.scored.length + needs.embedded.length + needs.dialogues.length;
  const { scored, embedded, dialogues } = cache.unanswered(needs, subject.id);
  let done = total - scored.length - embedded.length - dialogues.length;

  for (const batch of batches(scored)) {
    signal.throwIfAborted();
    onProgress(done, total, "scoring texts");
    const results = await subject.score(batch);
    signal.throwIfAborted();
    for (const [i, text] of batch.entries()) answers.scored.set(text, results[i]!);
    done += batch.length;
  }
  for (const batch of batches(embedded)) {
    signal.throwIfAborted();
    onProgress(done, total, "reading activations");
    const results = await subject.embed(batch);
    signal.throwIfAborted();
    for (const [i, text] of batch.entries()) answers.embedded.set(text, results[i]!);
    done += batch.length;
  }
  for (const dialogue of dialogues) {
    signal.throwIfAborted();
    onProgress(done, total, "writing");
    const replies = await subject.reply(dialogue);
    signal.throwIfAborted();
    answers.replies.set(dialogueKey(dialogue), replies);
    done += 1;
  }
  onProgress(total, total, "judging");
  return {
    scored: (text) => known(answers.scored.get(text), text),
    embedded: (text) => known(answers.embedded.get(text), text),
    replies: (dialogue) => known(answers.replies.get(dialogueKey(dialogue)), dialogue.turns[0] ?? ""),
  };
}

/** By length, so that little is padded. */
function batches(texts: readonly string[]): readonly (readonly string[])[] {
  const sorted = texts.toSorted((a, b) => a.length - b.length);
  return Array.from({ length: Math.ceil(sorted.length / batchSize) }, (_, i) =>
    sorted.slice(i * batchSize, (i + 1) * batchSize),
  );
}

function known<T>(answer: T | undefined, question: string): T {
  if (answer === undefined) throw new Error(`A measure reads “${question}” without declaring that it needs it.`);
  return answer;
}
