import { detectEntities } from "../../../../codeswitch/entities/detect";
import { type EntityToken, maskEntities } from "../../../../codeswitch/entities/mask";
import { embeddedEntities } from "../../../../codeswitch/entities/table";
import { generateFromEntities } from "../../../../codeswitch/generate/entities";
import { splitWords } from "../../../../codeswitch/words";
import type { Document } from "../../../../experiments/documents/codeswitching";
import { seededRandom } from "../../../../random";
import { unwrap } from "../../../../result";
import { entityTableOf } from "../../looked-up";
import { measuredReplaced } from "../../measured";
import type { ReplacedResult } from "../../result";

/** The sentence with its entities’ labels in each language that has them all. */
export async function* runEntities(document: Document): AsyncGenerator<ReplacedResult, void> {
  const { matrix, seed, masking } = document;
  const from = document.languages[matrix];
  const text = document.sentences[matrix];
  const table = entityTableOf();
  const found = unwrap(generateFromEntities(text, from, table, seed));
  const known = detectEntities(text, from, table).filter(({ labels }) => labels !== undefined);
  yield {
    source: "entities",
    seed,
    note: `${known.map((piece) => `“${piece.text}”`).join(", ")}: ${known.length === 1 ? "an entity" : "entities"} with labels in ${found.length} other ${found.length === 1 ? "language" : "languages"}.`,
    groups: found.map(({ language, sentence, tagged }) => ({
      languages: [from, language],
      sentences: [measuredReplaced(sentence, [from, language])],
      masked:
        masking === "none"
          ? []
          : maskEntities(
              tokensOf(tagged, from),
              { masking, outside: true, mask: "[MASK]" },
              vocabularyOf(from),
              seededRandom(seed),
            ),
    })),
  };
}

/** Words of a text with `<xx>…</xx>` around its entities, each with the number of its entity. */
function tokensOf(tagged: string, from: string): readonly EntityToken[] {
  return tagged.split(/(<(\w+)>.*?<\/\2>)/gu).flatMap((part, index): readonly EntityToken[] => {
    if (index % 3 === 2) return [];
    const inside = index % 3 === 1;
    const words = splitWords(part.replaceAll(/<\/?\w+>/gu, ""), from).map(({ text }) => text);
    return words.map((text) => (inside ? { text, entity: index } : { text }));
  });
}

function vocabularyOf(language: string): readonly string[] {
  return embeddedEntities.entities.flatMap((labels) => labels[language] ?? []);
}
