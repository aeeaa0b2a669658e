import type { Continuation } from "./result";
import type { AnyResult } from "./any-result";
import type { ReinjectionResult } from "./reinjection/result";
import { wayName } from "./reinjection/ways";

/** A continuation of a prompt under one condition, as a row of a file. */
export type ContinuationRow = Readonly<Record<string, string | number | null>>;

/** What was written in a run of any task, a row a prompt and condition: nothing for a look inside, which writes nothing. */
export function continuationRows(result: AnyResult): readonly ContinuationRow[] {
  if (!("task" in result)) {
    return result.comparisons.flatMap(({ prompt, rows }) =>
      rows.map(({ condition, continuation }) => ({ prompt, condition, ...measured(continuation) })),
    );
  }
  switch (result.task) {
    case "maps":
      return result.texts.flatMap(({ prompt, rows }) =>
        rows.map(({ condition, continuation }) => ({ prompt, condition, ...measured(continuation) })),
      );
    case "head":
      return result.texts.flatMap(({ prompt, rows }) =>
        rows.map(({ strength, continuation }) => ({ prompt, strength, ...measured(continuation) })),
      );
    case "composition":
      return result.texts.flatMap(({ prompt, rows }) =>
        rows.map(({ strategy, text, language, bitsPerByte }) => ({ prompt, strategy, text, language, bitsPerByte })),
      );
    case "neurons":
    case "values":
      return result.texts.flatMap(({ prompt, rows }) =>
        rows.map(({ text, language }, at) => ({ prompt, condition: neuronConditions[at] ?? "", text, language })),
      );
    case "reinjection":
      return reinjectionRows(result);
    case "mixing":
      return result.texts.flatMap(({ prompt, pieces, language, alone }) => [
        { prompt, writer: "together", text: pieces.map(({ text }) => text).join(""), language },
        ...alone.map((own, at) => {
          const { role, checkpoint } = result.models[at]!;
          return { prompt, writer: `${checkpoint} (${role})`, ...own };
        }),
      ]);
    case "views":
      return [];
  }
}

/** The answers that are shown, nearest first, then the translations. */
function reinjectionRows({ distances, translations, ways }: ReinjectionResult): readonly ContinuationRow[] {
  const names = [...ways.map(wayName), "as the story tells it"];
  return [
    ...distances.flatMap(({ tokens, example: { instruction, replies } }) =>
      replies.map(({ text }, at) => ({
        prompt: instruction,
        condition: `${names[at]}, ${Math.round(tokens)} tokens later`,
        text,
      })),
    ),
    ...translations.flatMap(({ source, outputs }) =>
      outputs.map(({ words }, at) => ({ prompt: source.join(" "), condition: names[at]!, text: words.join(" ") })),
    ),
  ];
}

const neuronConditions = ["unedited", "edited", "random neurons edited"];

function measured({ text, language, probability, bits, bytes, distinct2 }: Continuation) {
  return { text, language, probability, bits, bytes, distinct2 };
}
