import { describe, expect, test } from "vitest";
import { httpSource } from "./http";

const file = Uint8Array.from({ length: 44 }, (_, i) => i);

/** A file of 44 bytes whose server answers each request with bytes [from, to) and the header given. */
function serving(from: number, to: number, contentRange?: string) {
  const headers = { ...(contentRange !== undefined && { "content-range": contentRange }) };
  const answer = () => Promise.resolve(new Response(file.slice(from, to), { status: 206, headers }));
  return httpSource("https://example.org/f", "f", { fetch: answer, retryAfter: [] });
}

const refused = { problem: { code: "network-dropped", facts: { file: "f" } } };

describe("an answer to a request for a range (rule 10)", () => {
  test("gives the bytes that were asked for, and the length", async () => {
    expect([...(await serving(40, 44, "bytes 40-43/44").read(40, 44))]).toEqual([40, 41, 42, 43]);
    expect(await serving(0, 2, "bytes 0-1/44").size()).toBe(44);
    expect(await serving(0, 1, "bytes 0-0/1").size()).toBe(1);
  });

  test.each([
    ["begins elsewhere", 0, 44, "bytes 0-43/44"],
    ["ends beyond", 40, 44, "bytes 40-43/44"],
    ["is no range", 40, 42, "junk"],
  ])("that %s is refused", async (_, from, to, contentRange) => {
    await expect(serving(from, to, contentRange).read(40, 42)).rejects.toMatchObject(refused);
  });

  test("is taken as asked for where its header is hidden, but for one that is longer", async () => {
    expect([...(await serving(40, 42).read(40, 42))]).toEqual([40, 41]);
    await expect(serving(0, 44).read(40, 42)).rejects.toMatchObject(refused);
  });

  test.each([["bytes 0-1/junk"], ["bytes 0-1/*"], [undefined]])("gives no length by %s", async (contentRange) => {
    await expect(serving(0, 2, contentRange).size()).rejects.toMatchObject(refused);
  });
});
