import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { HubMirror, type MirroredRepository } from "../src/checkpoints/testing/hub-mirror";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Files of a folder by their paths in it. */
function filesOf(folder: string): ReadonlyMap<string, Uint8Array> {
  const entries = readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map(({ parentPath, name }) => `${parentPath}/${name}`);
  return new Map(paths.map((path) => [path.slice(`${root}${folder}/`.length), new Uint8Array(readFileSync(path))]));
}

function foldersOf(folder: string): readonly string[] {
  return readdirSync(`${root}${folder}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/**
 * A mirror of the hub with the tiny random checkpoints of the tests, one repository each: `tiny/{case}` in safetensors,
 * `onnx/{case}`, `gguf/families`; and the embedded checkpoints as `polyglot/{id}`, of which `gated/base` needs the token `hf_test`.
 */
export async function openHub(): Promise<HubMirror> {
  const repositories = new Map<string, MirroredRepository>();
  for (const name of foldersOf("src/compiler/golden")) {
    repositories.set(`tiny/${name}`, { files: filesOf(`src/compiler/golden/${name}`) });
  }
  for (const name of foldersOf("src/checkpoints/golden/onnx")) {
    const files = [...filesOf(`src/checkpoints/golden/onnx/${name}`)].filter(
      ([file]) => !file.endsWith(".safetensors"),
    );
    repositories.set(`onnx/${name}`, { files: new Map(files) });
  }
  repositories.set("gguf/families", { files: filesOf("src/checkpoints/golden/gguf") });
  for (const name of foldersOf("public/models")) {
    repositories.set(`polyglot/${name}`, {
      files: filesOf(`public/models/${name}`),
      licence: "cc-by-sa-4.0",
      languages: ["en", "de"],
    });
  }
  repositories.set("gated/base", { files: filesOf("public/models/polyglot-base"), token: "hf_test" });
  return await new HubMirror(repositories).start();
}
