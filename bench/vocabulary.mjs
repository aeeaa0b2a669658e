/**
 * Trimming a vocabulary of 150,000 rows to a tenth, and training 8,000 merges on a megabyte of text beside Hugging Face's Rust library where
 * Python has it (PYTHON names the interpreter). Writes bench/vocabulary.json: seconds, and the ratio of the two trainers in one run.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { openModules } from "../scripts/modules.mjs";

const modules = await openModules();
const { trimVocabulary } = await modules.ssrLoadModule("/src/tokenization/transfer/trim.ts");
const { applyRows } = await modules.ssrLoadModule("/src/tokenization/transfer/rows.ts");
const { trainers } = await modules.ssrLoadModule("/src/tokenization/training/index.ts");
const { loadStories } = await modules.ssrLoadModule("/src/data/stories.ts");

const seconds = (task) => {
  const begun = performance.now();
  const value = task();
  return [value, Math.round(performance.now() - begun) / 1000];
};

const rows = 150_000;
const width = 768;
const [files, wanted] = largeVocabulary(rows);
const table = new Float32Array(rows * width).fill(0.5);
const [trimmed, rewriting] = seconds(() => trimVocabulary(files, wanted));
const [, gathering] = seconds(() => applyRows(table, width, trimmed.rows, 0));

const stories = await loadStories();
const sentences = stories.flatMap(({ texts }) => Object.values(texts).flatMap((told) => told.map(({ text }) => text)));
const text = `${sentences.join("\n")}\n`.repeat(3).slice(0, 1_000_000);
const [vocabulary, training] = seconds(() => {
  const steps = trainers[0].train(text, { vocabularySize: 8256, specialTokens: [] });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
});
const learnt = vocabulary.tokenizer.model.merges.length;
const rust = inRust(text);

const result = {
  on: new Date().toISOString().slice(0, 10),
  cpu: cpus()[0].model,
  cores: availableParallelism(),
  load: Math.round(loadavg()[0] * 10) / 10,
  trimming: { rows, width, kept: trimmed.kept.length, rewriting, gathering, together: rewriting + gathering },
  training: { characters: text.length, merges: learnt, seconds: training, rust, ratio: rust && training / rust },
};
writeFileSync(new URL("vocabulary.json", import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
console.log(result);
await modules.close();

/** A BPE file of so many tokens, each new one an older one and a letter, and every tenth token. */
function largeVocabulary(size) {
  const letters = Array.from("abcdefghijklmnopqrstuvwxyz");
  const tokens = [...letters];
  const merges = [];
  for (let from = 0; tokens.length < size; from++) {
    for (const letter of letters) {
      if (tokens.length === size) break;
      merges.push([tokens[from], letter]);
      tokens.push(tokens[from] + letter);
    }
  }
  const model = { type: "BPE", vocab: Object.fromEntries(tokens.map((token, id) => [token, id])), merges };
  return [
    { tokenizer: { model, added_tokens: [] }, config: {} },
    tokens.flatMap((_, id) => (id % 10 === 0 ? [id] : [])),
  ];
}

/** Seconds of the same training in Rust, one thread; null where Python has no `tokenizers`. */
function inRust(corpus) {
  const path = `${tmpdir()}/babelscope-corpus.txt`;
  writeFileSync(path, corpus);
  const script = `
import sys, time
from tokenizers import Regex, Tokenizer, models, pre_tokenizers, trainers
lines = open(sys.argv[1], encoding="utf-8").read().split("\\n")
tokenizer = Tokenizer(models.BPE())
tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
trainer = trainers.BpeTrainer(vocab_size=8256, show_progress=False, initial_alphabet=pre_tokenizers.ByteLevel.alphabet())
begun = time.perf_counter()
tokenizer.train_from_iterator(lines, trainer)
print(time.perf_counter() - begun)`;
  try {
    const env = { ...process.env, RAYON_NUM_THREADS: "1" };
    return Number(execFileSync(process.env.PYTHON ?? "python3", ["-c", script, path], { env, encoding: "utf8" }));
  } catch {
    return null;
  }
}
