/**
 * Proves that lint rejects what it must: every file under lint-fixture/ names in its first line the rules that it
 * breaks, and each of them has to be reported for it under the project's own configuration.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const fixture = join(root, "scripts", "lint-fixture");
const folder = mkdtempSync(join(tmpdir(), "lint-fixture-"));
try {
  cpSync(fixture, folder, { recursive: true });
  for (const file of [".oxlintrc.json", "tsconfig.json"]) cpSync(join(root, file), join(folder, file));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const lint = spawnSync(join(root, "node_modules", ".bin", "oxlint"), ["--type-aware", "--format=json", "src"], {
    cwd: folder,
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(lint.stdout);
  const files = readdirSync(fixture, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  let missed = files.length === 0;
  for (const file of files) {
    const rules = /^\/\/ breaks: (.+)/.exec(readFileSync(join(fixture, file), "utf8"))?.[1].split(", ") ?? [];
    for (const rule of rules) {
      const found = diagnostics.some((entry) => entry.filename === file && entry.code === rule);
      if (!found) console.error(`lint accepts scripts/lint-fixture/${file}, which breaks ${rule}`);
      missed ||= !found;
    }
  }
  console.log(
    missed
      ? "lint fixture: not all breaches were reported"
      : `lint fixture: all breaches in ${files.length} files reported`,
  );
  process.exitCode = missed ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}
