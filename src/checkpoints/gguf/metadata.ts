import { LabError } from "../../result";
import type { GgufHeader, GgufValue } from "./header";

/** Reads the metadata of one file; keys that begin with the architecture are given without it. */
export class MetadataReader {
  constructor(
    readonly header: GgufHeader,
    readonly file: string,
  ) {}

  get architecture(): string {
    return this.text("general.architecture");
  }

  /** Of the architecture: `{architecture}.{key}`, or the default. Throws `gguf-header`. */
  number(key: string, otherwise?: number): number {
    const value = this.#own(key) ?? otherwise;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    // A few files give one number a layer; where all are equal they are one.
    const list = typeof value === "object" ? Array.from(value as ArrayLike<unknown>) : [];
    const [first] = list;
    if (typeof first === "number" && list.every((entry) => entry === first)) return first;
    throw this.bad(`gives ${this.architecture}.${key} as ${describe(value)}, where one number is needed`);
  }

  has(key: string): boolean {
    return this.#own(key) !== undefined;
  }

  /** A text under its full key, or the default. */
  text(key: string, otherwise?: string): string {
    const value = this.header.metadata.get(key) ?? otherwise;
    if (typeof value === "string") return value;
    throw this.bad(`gives ${key} as ${describe(value)}, where a text is needed`);
  }

  /** A value of any kind under its full key. */
  value(key: string): GgufValue | undefined {
    return this.header.metadata.get(key);
  }

  integer(key: string): number | undefined {
    const value = this.header.metadata.get(key);
    return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
  }

  flag(key: string): boolean | undefined {
    const value = this.header.metadata.get(key);
    return typeof value === "boolean" ? value : undefined;
  }

  strings(key: string): readonly string[] {
    const value = this.header.metadata.get(key);
    if (Array.isArray(value) && value.every((entry) => typeof entry === "string")) return value;
    throw this.bad(`gives ${key} as ${describe(value)}, where a list of texts is needed`);
  }

  numbers(key: string): ArrayLike<number> | undefined {
    const value = this.header.metadata.get(key);
    return typeof value === "object" && !Array.isArray(value) ? (value as ArrayLike<number>) : undefined;
  }

  bad(what: string): LabError {
    return new LabError({
      code: "gguf-header",
      what: `The header of ${this.file} ${what}.`,
      remedy: "Fetch the file again, or use another copy of the model.",
      facts: { file: this.file },
    });
  }

  #own(key: string): GgufValue | undefined {
    return this.header.metadata.get(`${this.architecture}.${key}`);
  }
}

function describe(value: GgufValue | undefined): string {
  if (value === undefined) return "nothing";
  return typeof value === "object" ? `a list of ${value.length}` : JSON.stringify(value).slice(0, 40);
}
