import { languageOf } from "../../../../ui/languages";
import { showFixed, Table } from "../../../../ui/Table";
import type { LettersCost, LettersForm, TransliterationResult } from "./result";

interface Row {
  readonly form: LettersForm;
  readonly model: string;
  readonly changed: number;
  readonly cost: LettersCost;
}

/** What each form costs each model, and the first sentences in every form. */
export function TransliterationResults({ result }: { readonly result: TransliterationResult }) {
  const { forms, models, words } = result;
  const rows = models.flatMap(({ checkpoint, costs }) =>
    forms.map(({ form, changed }, index): Row => ({ form, model: checkpoint, changed, cost: costs[index]! })),
  );
  const names = formNames(result);
  return (
    <section className="stack" aria-label="Letters of one language">
      <p className="switching-headline">{headline(rows, words, names)}</p>
      <Table
        caption={`${result.sentences} ${result.sentences === 1 ? "sentence" : "sentences"} of ${words} words. A byte is not the same in every script, so bits a word stand beside bits a byte. Broken: unknown, a byte by itself, or part of a letter.`}
        name="letters-of-one-language"
        columns={[
          { key: "form", label: "Letters", value: ({ form }) => names[form], heading: true },
          ...(models.length > 1 ? [{ key: "model", label: "Model", value: ({ model }: Row) => model }] : []),
          { key: "changed", label: "Changed", unit: "words", value: ({ changed }) => changed },
          { key: "fertility", label: "Tokens a word", value: ({ cost }) => cost.tokens / words, digits: 2 },
          {
            key: "broken",
            label: "Broken tokens",
            unit: "%",
            value: ({ cost }) => (100 * cost.broken) / cost.tokens,
            digits: 1,
          },
          { key: "bpb", label: "Bits a byte", value: ({ cost }) => cost.bits / cost.bytes, digits: 2 },
          { key: "bits", label: "Bits a word", value: ({ cost }) => cost.bits / words, digits: 1 },
        ]}
        rows={rows}
        rowKey={({ form, model }) => `${form} ${model}`}
      />
      <dl className="stack-close">
        {forms.map(({ form, examples }) => (
          <div key={form}>
            <dt className="note">{names[form]}</dt>
            {examples.map((example, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- a sentence is its place
              <dd key={place} className="measure-sentence" dir="auto">
                {example.map(([written, changed], index) =>
                  // oxlint-disable-next-line react/no-array-index-key -- words may repeat; their place is their identity
                  changed ? <mark key={index}>{written}</mark> : <span key={index}>{written}</span>,
                )}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

function formNames({ language, into, threshold }: TransliterationResult): Readonly<Record<LettersForm, string>> {
  const name = languageOf(language).name;
  return {
    raw: into === "Deva" ? "All in Latin letters" : "As written",
    all: into === "Deva" ? "All in Devanagari" : "All in Latin letters",
    language: `Only ${name}, from ${threshold} % on`,
    translated: `The same, other words in ${name}`,
  };
}

/** The form that costs the first model least a word. */
function headline(rows: readonly Row[], words: number, names: Readonly<Record<LettersForm, string>>): string {
  const own = rows.filter(({ model }) => model === rows[0]?.model);
  const [cheapest] = own.toSorted((a, b) => a.cost.bits - b.cost.bits);
  const raw = own.find(({ form }) => form === "raw");
  if (cheapest === undefined || raw === undefined) return "";
  const beside = cheapest === raw ? "" : `, for “${names.raw}” ${showFixed(raw.cost.bits / words, 1)}`;
  return `${cheapest.model} pays least for “${names[cheapest.form]}”: ${showFixed(cheapest.cost.bits / words, 1)} bits a word${beside}.`;
}
