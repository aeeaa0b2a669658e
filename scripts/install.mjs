/** Installs what a fresh machine lacks: the packages of package-lock.json and, with --browser, a Chromium for the tests. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findChromium } from "./chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

function run(command, ...args) {
  console.log(`> ${[command, ...args].join(" ")}`);
  return spawnSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" }).status === 0;
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

const [major, minor] = process.versions.node.split(".").map(Number);
const least = { 20: 19, 22: 13 };
if (major < 24 && !(minor >= least[major])) {
  stop(
    `Node ${process.versions.node} does not run the build's tools: install Node 24, 22.13 or 20.19, or a later one of these, from https://nodejs.org and run this again.`,
  );
}

const stamp = `${root}node_modules/.installed-lock`;
const lock = () => readFileSync(`${root}package-lock.json`, "utf8");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock()) {
  // Not `npm ci`: it refuses a lock file that lacks the optional binaries of other platforms; they are not written into it either.
  if (!run("npm", "install", "--no-save", "--no-audit", "--no-fund"))
    stop("npm install failed: see the message above.");
  writeFileSync(stamp, lock());
}

if (process.argv.includes("--browser") && !findChromium()) {
  const sudo = process.getuid?.() === 0 ? [] : ["sudo"];
  const apt = (...args) => run(...sudo, "apt-get", ...args);
  const installed =
    run("npx", "playwright", "install", "--with-deps", "chromium") ||
    (apt("update") && apt("install", "-y", "chromium"));
  if (!installed || !findChromium()) {
    stop("No Chromium was found or could be installed. Install one, or set CHROMIUM_PATH to its executable.");
  }
}
