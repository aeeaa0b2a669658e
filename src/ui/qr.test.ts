import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { qrCode } from "./qr";

/** sha256 of the rows as lines of 0 and 1, as Python’s qrcode 8.2 makes them at level L, byte mode and the same mask. */
const made: readonly (readonly [text: string, mask: number, size: number, sha256: string])[] = [
  ["https://example.org/#/steering", 0, 25, "562bf8192deecdea84a99832f73e7444d24e8407acb8ebbe6b48ec4095d78c66"],
  ["Babelscope, हिन्दी", 3, 25, "c7d4c4dbc9cd04f2a74699585b7b3dbe4de10cd74ac9cff4e794ea2a8083c9e7"],
  ["x".repeat(200), 5, 53, "8f9480c5e84832683bd12e715482b0db09f142115727e4c6a1315e6662291beb"],
  [
    `https://example.org/#/merging?v=1&z=${"Ab9_-".repeat(140)}`,
    7,
    93,
    "8343530b0210b772edd17cf1705d5a2ad7e3b3c48c74219cd228bcfb551c6551",
  ],
  ["y".repeat(2_953), 2, 177, "07192bf829cb34eff47c970790d9002df32a6d7f662bfc8b7a44fb3ecda6a190"],
];

test.each(made)("%#: the same modules as Python's", (text, mask, size, sha256) => {
  const rows = qrCode(text, { mask })!;
  expect(rows.length).toBe(size);
  const lines = rows.map((row) => row.map(Number).join("")).join("\n");
  expect(createHash("sha256").update(lines).digest("hex")).toBe(sha256);
});

test("a mask is chosen where none is given, and a text over the largest code has none", () => {
  const chosen = qrCode("https://example.org/")!;
  const all = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => JSON.stringify(qrCode("https://example.org/", { mask })));
  expect(all).toContain(JSON.stringify(chosen));
  expect(qrCode("x".repeat(2_953))).not.toBeNull();
  expect(qrCode("x".repeat(2_954))).toBeNull();
});
