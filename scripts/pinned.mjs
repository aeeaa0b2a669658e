/** Checks what the lab is built of: every version exact, every package of the lock file with its hash, every run-time licence permissive. */
import { readFileSync } from "node:fs";

const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), "utf8"));
const own = read("package.json");
const { packages } = read("package-lock.json");
const permissive =
  /^\(?(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|OFL-1\.1|0BSD)( (AND|OR) (MIT|Apache-2\.0|BSD-[23]-Clause))*\)?$/;

const wrong = [];
for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies, ...own.overrides })) {
  if (!/^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+$/.test(version)) wrong.push(`${name}: ${version} is not an exact version`);
}
for (const kind of ["dependencies", "devDependencies"]) {
  if (JSON.stringify(packages[""][kind]) !== JSON.stringify(own[kind]))
    wrong.push(`${kind}: the lock file is of others`);
}
for (const [path, { version, integrity, resolved, dev, license }] of Object.entries(packages)) {
  if (path === "") continue;
  if (!version || !integrity?.startsWith("sha512-")) wrong.push(`${path}: no version with a hash`);
  if (resolved && !resolved.startsWith("https://registry.npmjs.org/")) wrong.push(`${path}: from ${resolved}`);
  if (!dev && !permissive.test(license ?? "")) wrong.push(`${path}: licence ${license ?? "not stated"}`);
}
for (const line of wrong) console.error(line);
console.log(`dependencies: ${Object.keys(packages).length - 1} packages, ${wrong.length} that are not as they must be`);
process.exitCode = wrong.length > 0 ? 1 : 0;
