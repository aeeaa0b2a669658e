import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";

/** A folder on disk as the Files that a drop on the page would give; for tests and scripts in Node. */
export async function filesOf(folder: string): Promise<File[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
  return await Promise.all(
    names.map(async ({ name }) => new File([new Uint8Array(await readFile(join(folder, name)))], basename(name))),
  );
}
