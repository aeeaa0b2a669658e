import { parseArgs } from "node:util";
import { generateStory } from "./generate";
import { realisers } from "./languages";
import type { Attributes, Language } from "./script";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
    languages: { type: "string", default: Object.keys(realisers).join(",") },
    mood: { type: "string" },
    tense: { type: "string" },
    address: { type: "string" },
    view: { type: "string" },
    topic: { type: "string" },
    length: { type: "string" },
    /** Running text only, for reading. */
    text: { type: "boolean", default: false },
  },
});

const { count, seed, languages, text, ...given } = values;
for (let index = 0; index < Number(count); index++) {
  const story = generateStory(Number(seed) + index, given as Partial<Attributes>, languages.split(",") as Language[]);
  if (!text) {
    process.stdout.write(`${JSON.stringify(story)}\n`);
    continue;
  }
  const { attributes } = story;
  process.stdout.write(
    `# ${story.seed} ${story.schema} ${attributes.mood} ${attributes.tense} ${attributes.address} ${attributes.view} ${attributes.length}\n`,
  );
  for (const [language, sentences] of Object.entries(story.texts)) {
    process.stdout.write(`[${language}] ${sentences.map((sentence) => sentence.text).join(" ")}\n`);
  }
}
