import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { LabError } from "../result";
import { seededRandom } from "../random";
import type { ByteSource } from "./byte-source";
import { readGgufHeader } from "./gguf/header";
import { headerLength, parseHeader, writeSafetensors } from "./safetensors";

const golden = fileURLToPath(new URL("./golden/gguf/", import.meta.url));
const mutations = 1000;
const mebibyte = 2 ** 20;

/** A file whose bytes are here; counts the most that was asked for at once. */
function source(bytes: Uint8Array): ByteSource & { readonly largest: () => number } {
  let largest = 0;
  return {
    name: "fuzzed",
    largest: () => largest,
    size: () => Promise.resolve(bytes.length),
    read(start, end) {
      largest = Math.max(largest, end - start);
      return Promise.resolve(bytes.subarray(start, end));
    },
  };
}

/** One to four bytes turned to anything, or a count made huge, or the end cut off; mostly in the header. */
function mutate(file: Uint8Array, headerBytes: number, random: () => number): Uint8Array {
  const below = (limit: number) => Math.floor(random() * limit);
  const mutated = file.slice();
  const kind = below(10);
  if (kind === 0) return mutated.subarray(0, below(mutated.length));
  if (kind < 3) {
    // A 64-bit number of any size over whatever stands there.
    new DataView(mutated.buffer).setBigUint64(
      below(headerBytes - 8),
      BigInt(below(2 ** 31)) << BigInt(below(33)),
      true,
    );
    return mutated;
  }
  for (let i = 0; i <= below(4); i++) mutated[below(headerBytes)] = below(256);
  return mutated;
}

async function outcome(read: () => Promise<unknown>): Promise<string> {
  try {
    await read();
    return "ok";
  } catch (thrown) {
    if (thrown instanceof LabError) return thrown.problem.code;
    return `not named: ${String(thrown)}`;
  }
}

describe(`a header with one of ${mutations} mutations is read or refused by name`, () => {
  test("GGUF: never a hang, never a read or an array beyond the file", async () => {
    const file = new Uint8Array(readFileSync(`${golden}qwen2.gguf`));
    const random = seededRandom(1);
    const seen = new Map<string, number>();
    const before = process.memoryUsage().arrayBuffers;
    let highest = 0;
    for (let i = 0; i < mutations; i++) {
      const bytes = source(mutate(file, 20_000, random));
      const code = await outcome(() => readGgufHeader(bytes));
      seen.set(code, (seen.get(code) ?? 0) + 1);
      expect(bytes.largest()).toBeLessThanOrEqual(file.length);
      if (i % 50 === 0) highest = Math.max(highest, process.memoryUsage().arrayBuffers - before);
    }
    expect([...seen.keys()].filter((code) => !["ok", "gguf-header", "tensor-dtype"].includes(code))).toEqual([]);
    expect(seen.get("gguf-header")).toBeGreaterThan(100);
    // Garbage of rounds before counts too, so this bound is of the test's 1,000 files, not of one.
    expect(highest).toBeLessThan(mutations * file.length + 64 * mebibyte);
  });

  test("safetensors: every outcome is a value", () => {
    const tensors = ["a", "b", "c"].map((name, i) => ({
      name,
      type: "F32" as const,
      shape: [4, i + 1],
      bytes: new Uint8Array(16 * (i + 1)),
    }));
    const file = writeSafetensors(tensors);
    const random = seededRandom(2);
    const seen = new Set<string>();
    for (let i = 0; i < mutations; i++) {
      const mutated = mutate(file, file.length - 96, random);
      const length = headerLength(mutated.subarray(0, 8), mutated.length, "fuzzed");
      const parsed = length.ok ? parseHeader(mutated.subarray(8, 8 + length.value), mutated.length, "fuzzed") : length;
      seen.add(parsed.ok ? "ok" : parsed.problem.code);
      if (!parsed.ok) continue;
      for (const entry of parsed.value.entries) {
        expect(entry.end).toBeLessThanOrEqual(mutated.length);
      }
    }
    expect(
      [...seen].filter((code) => !code.startsWith("safetensors-") && !["ok", "tensor-dtype"].includes(code)),
    ).toEqual([]);
    expect(seen.size).toBeGreaterThan(2);
  });
});

describe("counts that lie about memory", () => {
  /** A GGUF header that says `count` where `at` begins. */
  const lying = (at: number, count: bigint) => {
    const file = new Uint8Array(readFileSync(`${golden}qwen2.gguf`)).slice();
    new DataView(file.buffer).setBigUint64(at, count, true);
    return file;
  };

  test.each([
    ["tensors", 8],
    ["metadata entries", 16],
    ["the length of the first key", 24],
  ])("%s: refused before anything of that size is made", async (_, at) => {
    for (const count of [2n ** 20n, 2n ** 40n, 2n ** 63n]) {
      expect(await outcome(() => readGgufHeader(source(lying(at, count))))).toBe("gguf-header");
    }
  });

  test("names given twice and tensors that overlap are refused", async () => {
    const file = new Uint8Array(readFileSync(`${golden}qwen2.gguf`)).slice();
    const text = Buffer.from(file.buffer);
    // Both names are as long: ffn_gate becomes a second ffn_down of its block, whose own place is kept.
    const at = text.indexOf("blk.0.ffn_gate");
    text.write("blk.0.ffn_down", at);
    expect(await outcome(() => readGgufHeader(source(file)))).toBe("gguf-header");
    const other = new Uint8Array(readFileSync(`${golden}qwen2.gguf`)).slice();
    const view = new DataView(other.buffer);
    // The place of a tensor follows its name, two sizes and its type.
    const place =
      Buffer.from(other.buffer).indexOf("blk.0.ffn_gate.weight") + "blk.0.ffn_gate.weight".length + 4 + 16 + 4;
    view.setBigUint64(place, 0n, true);
    expect(await outcome(() => readGgufHeader(source(other)))).toBe("gguf-header");
  });
});
