import { afterEach, expect, test, vi } from "vitest";
import { sha256 } from "./sha256";

afterEach(() => vi.unstubAllGlobals());

test("the digest of “abc” is that of FIPS 180-4, with the platform's function and without", async () => {
  const abc = new Uint8Array([97, 98, 99]);
  const expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(await sha256(abc)).toBe(expected);
  vi.stubGlobal("crypto", {});
  expect(await sha256(abc)).toBe(expected);
});
