import { expect, it } from "vitest";
import { tokenizerHash } from "./vocabulary";

it("hashes the tokens in the order of their ids, as hashlib does of the same lines", async () => {
  // python -c 'import hashlib; print(hashlib.sha256("0\\ta\\n1\\tĠb\\n2\\t<s>\\n".encode()).hexdigest())'
  const expected = "500b4a199b6a6926b9ff22f42b6f298606e8c79aad62c3cde031cbb839c68ee4";
  const added_tokens = [{ id: 2, content: "<s>" }];
  const files = (vocab: unknown) => ({ tokenizer: { model: { vocab }, added_tokens }, config: {} });
  expect(await tokenizerHash(files({ Ġb: 1, a: 0 }))).toBe(expected);
  const scored = [
    ["a", -1],
    ["Ġb", -2],
  ];
  expect(await tokenizerHash(files(scored))).toBe(expected);
  expect(await tokenizerHash(files({ Ġb: 0, a: 1 }))).not.toBe(expected);
});
