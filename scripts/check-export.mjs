/**
 * Merges two embedded checkpoints, exports the merge as a Hugging Face folder and has `transformers` load it: the logits must be
 * the lab's. `node scripts/check-export.mjs PYTHON` (a Python with torch and transformers).
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { openModules } from "./modules.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const text = "Ich habe gestern ein Haus gesehen.";
const modules = await openModules();
try {
  const { createLocalEngine } = await modules.ssrLoadModule("/src/engine/local.ts");
  const { filesOf } = await modules.ssrLoadModule("/src/checkpoints/node-files.ts");
  const { recipeOfMap } = await modules.ssrLoadModule("/src/merging/layer-map.ts");
  const engine = createLocalEngine();
  const [a, b] = await Promise.all(
    ["polyglot-de", "polyglot-hi"].map(async (name) => engine.load(await filesOf(`${root}public/models/${name}`))),
  );
  const model = await engine.merge(
    recipeOfMap({
      a: a.checkpoint,
      b: b.checkpoint,
      method: "linear",
      shares: [1, 1, 0.5, 0, 0, 0, 0.5, 1],
      embeddings: "average",
      norm: "average",
      head: "average",
    }),
  );
  const tokens = await engine.tokenize(model, text);
  const ids = tokens.map(({ id }) => id);
  const { logits } = await engine.logits(model, ids);
  const pieces = await engine.exportFolder(model, { "README.md": "# Merge\n" });
  const folder = mkdtempSync(join(tmpdir(), "merge-"));
  for (const [name, bytes] of Object.entries(unzipSync(Buffer.concat(pieces))))
    writeFileSync(join(folder, name), bytes);
  const own = tokens.filter(({ special }) => !special).map(({ id }) => id);
  writeFileSync(join(folder, "expected.json"), JSON.stringify({ text, ids, own, logits: [...logits.data] }));
  const { status } = spawnSync(
    process.argv[2] ?? "python",
    [`${root}scripts/check_folder.py`, folder, join(folder, "expected.json")],
    { stdio: "inherit" },
  );
  await engine.close();
  process.exitCode = status ?? 1;
} finally {
  await modules.close();
}
