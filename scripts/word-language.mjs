/** Trains the table that tells the languages of words apart and says how good it is: `npm run languages:data`. Reads ../shared/data. */
import { mkdirSync, writeFileSync } from "node:fs";
import { openModules } from "./modules.mjs";

const seed = 1;
const stays = [0.6, 0.7, 0.8, 0.9];

const out = new URL("../public/data/word-languages.bin", import.meta.url);
const modules = await openModules();
try {
  const { wordCounts } = await modules.ssrLoadModule("/training/word-language/corpus.ts");
  const { quantise, trainWeights, writeModel } = await modules.ssrLoadModule("/training/word-language/train.ts");
  const { accuracy, heldOutMixes, recordedTurkishEnglish } = await modules.ssrLoadModule(
    "/training/word-language/evaluate.ts",
  );
  const { latinLanguages, readModel } = await modules.ssrLoadModule("/src/codeswitch/word-language/model.ts");
  const counts = await wordCounts();
  console.log(`${counts.size} words`);
  const { bytes, step } = quantise(trainWeights(counts, seed));
  const fileWith = (stay) => writeModel({ languages: latinLanguages, step, stay }, bytes);
  const modelOf = (file) => readModel(file.buffer).value;

  // The chain's one number is chosen on other mixes than those that are reported.
  const tuning = [...heldOutMixes(300, seed + 1)];
  const rights = stays.map((stay) => {
    const model = modelOf(fileWith(stay));
    return tuning.reduce((sum, [pair, mixes]) => sum + accuracy(mixes.slice(0, 150), pair.split(" "), model).right, 0);
  });
  const stay = stays[rights.indexOf(Math.max(...rights))];
  const file = fileWith(stay);
  mkdirSync(new URL(".", out), { recursive: true });
  writeFileSync(out, file);
  console.log(`public/data/word-languages.bin: ${Math.round(file.length / 1000)} kB, stay ${stay}`);

  const model = modelOf(file);
  const report = (name, { right, all }) =>
    console.log(`${name}: ${((100 * right) / all).toFixed(2)} % of ${all} words`);
  for (const [pair, mixes] of heldOutMixes(300, seed + 1))
    report(pair, accuracy(mixes.slice(150), pair.split(" "), model));
  report("tr_en_butr (recorded)", accuracy(recordedTurkishEnglish(), ["tr", "en"], model));
} finally {
  await modules.close();
}
