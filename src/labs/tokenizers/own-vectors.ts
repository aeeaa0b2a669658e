import { ok, type Result } from "../../result";
import type { WordVectors } from "../../tokenization/vectors/ppmi-svd";
import { parseVectors } from "../../tokenization/vectors/vec-file";

/** Word vectors that the user brought, by id, for as long as the page lives. Links carry only their ids. */
export const ownVectors = new Map<string, WordVectors>();

/** What is read of a file: 50,000 words of 300 numbers take about as much. */
const mostBytes = 120_000_000;

/** Reads the beginning of a .vec file and keeps it under an id of its name and length. Fails with `input-invalid`. */
export async function addOwnVectors(file: File): Promise<Result<string>> {
  const text = await file.slice(0, mostBytes).text();
  const whole = file.size > mostBytes ? text.slice(0, text.lastIndexOf("\n")) : text;
  const vectors = parseVectors(whole);
  if (!vectors.ok) return vectors;
  const id = `vec:${file.name.replace(/[^\w.-]/g, "_").slice(-60)}-${file.size}`;
  ownVectors.set(id, vectors.value);
  return ok(id);
}
