/**
 * Keeps a link of every preset in the present format as a fossil: src/experiments/fossils/v{version}-{lab}.json. A file that
 * is there is never written again, because its links are out in the world.
 */
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openModules } from "./modules.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const modules = await openModules();
try {
  const { labIds } = await modules.ssrLoadModule("/src/experiments/experiment.ts");
  const { hashOf } = await modules.ssrLoadModule("/src/experiments/link.ts");
  const { currentVersion: version } = await modules.ssrLoadModule("/src/experiments/migrations.ts");
  for (const lab of labIds) {
    const file = `${root}src/experiments/fossils/v${version}-${lab}.json`;
    if (existsSync(file)) continue;
    const { presets } = await modules.ssrLoadModule(`/src/labs/${lab}/presets.ts`);
    const { defaults } = await modules.ssrLoadModule(`/src/experiments/documents/${lab}.ts`);
    const fossils = presets.map(({ id, settings }) => {
      const document = { ...defaults, ...settings };
      return { from: id, hash: hashOf({ lab, document }, defaults), document };
    });
    const made = new Date().toISOString().slice(0, 10);
    writeFileSync(file, JSON.stringify({ version, lab, made, fossils }, null, 2));
    spawnSync("npx", ["biome", "format", "--write", file], { cwd: root, stdio: "ignore" });
    console.log(`${file}: ${fossils.length} links`);
  }
} finally {
  await modules.close();
}
