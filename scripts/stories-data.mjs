/** Writes the lexicon and the sample of parallel stories that the labs import: `npm run stories:data`. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openModules } from "./modules.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const modules = await openModules();
try {
  const { lexiconFile, storiesFile, storyCount } = await modules.ssrLoadModule("/training/stories/export.ts");
  for (const [name, content] of [
    ["lexicon", lexiconFile()],
    ["stories", storiesFile(storyCount)],
  ]) {
    const text = `${JSON.stringify(content)}\n`;
    writeFileSync(`${root}src/data/${name}.json`, text);
    console.log(`src/data/${name}.json: ${Math.round(text.length / 1000)} kB`);
  }
} finally {
  await modules.close();
}
