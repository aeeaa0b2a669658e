import type { Sentence, Word } from "../realise/word";
import type { Checker, Reading } from "./checker";

/** A correct sentence with one error in it, to measure how many errors a checker finds. */
export interface Corruption {
  readonly kind: "article" | "adjective" | "person" | "verb form" | "pronoun" | "order";
  readonly text: string;
}

/** Every corruption of one kind or another: a word gets another form of its own, or the finite verb moves. */
export function corruptions(sentence: Sentence, checker: Checker): Corruption[] {
  const { words } = sentence;
  const inflected = words.flatMap((word, at) => {
    const kind = kindOf(word);
    if (!kind) return [];
    const forms = new Set(
      byLemma(checker)
        .get(word.lemma)
        ?.filter((reading) => isOtherForm(word, reading, kind))
        .map(({ form }) => form),
    );
    return [...forms].map((form) => ({ kind, text: spell(sentence, at, [form]) }));
  });
  return [...inflected, ...reordered(sentence)];
}

const tables = new WeakMap<Checker, ReadonlyMap<string, readonly Reading[]>>();

function byLemma(checker: Checker): ReadonlyMap<string, readonly Reading[]> {
  const known = tables.get(checker);
  if (known) return known;
  const table = new Map<string, Reading[]>();
  for (const reading of checker.readings) {
    const all = table.get(reading.lemma);
    if (all) all.push(reading);
    else table.set(reading.lemma, [reading]);
  }
  tables.set(checker, table);
  return table;
}

function kindOf({ upos, features, concept }: Word): Corruption["kind"] | undefined {
  if (concept === "GEN") return undefined;
  if (upos === "DET" && Object.keys(features).length > 0) return "article";
  if (upos === "ADJ") return "adjective";
  if (upos === "PRON" && features["Case"]) return "pronoun";
  if (upos !== "VERB" && upos !== "AUX") return undefined;
  if (features["VerbForm"] === "Fin") return features["Mood"] === "Ind" ? "person" : undefined;
  return features["VerbForm"] ? "verb form" : undefined;
}

function isOtherForm(word: Word, reading: Reading, kind: Corruption["kind"]): boolean {
  const { features } = reading;
  if (reading.form.includes(" ") || reading.form.toLowerCase() === word.form.toLowerCase()) return false;
  if (features["Joined"] || features["Direction"]) return false;
  if (kind !== "pronoun" && reading.upos !== word.upos) return false;
  if (kind === "person") {
    return (
      features["VerbForm"] === "Fin" &&
      features["Tense"] === word.features["Tense"] &&
      (features["Mood"] ?? "Ind") === "Ind"
    );
  }
  if (kind === "verb form")
    return features["VerbForm"] !== undefined && features["VerbForm"] !== word.features["VerbForm"];
  if (kind === "pronoun") return features["Case"] !== undefined && features["Case"] !== word.features["Case"];
  return true;
}

/** The sentence with the word at `at` spelt otherwise, with its capital. */
function spell(sentence: Sentence, at: number, forms: readonly string[]): string {
  const { words } = sentence;
  const isCapital = /^\p{Lu}/u.test(words[at]!.form);
  return join(
    words.flatMap((word, index) =>
      index !== at
        ? [word]
        : forms.map((form) => ({
            ...word,
            form: isCapital && index === 0 ? form.charAt(0).toUpperCase() + form.slice(1) : form,
          })),
    ),
  );
}

/** The finite verb of the first clause changes places with the constituent after it: "Am Montag Anna ging". */
function reordered({ words }: Sentence): Corruption[] {
  const verb = words.findIndex(({ features }) => features["VerbForm"] === "Fin" && features["Mood"] === "Ind");
  const begin = verb + 1;
  if (verb < 1 || words.slice(0, begin).some(({ upos }) => upos === "SCONJ" || upos === "PUNCT")) return [];
  let end = begin;
  while (end < words.length && /^(DET|NUM|ADJ|ADP)$/.test(words[end]!.upos)) end++;
  const last = words[end];
  if (!last || !/^(NOUN|PROPN|PRON)$/.test(last.upos)) return [];
  const moved = [...words.slice(0, verb), ...words.slice(begin, end + 1), words[verb]!, ...words.slice(end + 1)];
  return [{ kind: "order", text: join(moved) }];
}

function join(words: readonly Word[]): string {
  let text = "";
  let glue = true;
  for (const { form, glued } of words) {
    text += glue || glued ? form : ` ${form}`;
    glue = /^[¿¡“„«]$/u.test(form) && !glued;
  }
  return text;
}
