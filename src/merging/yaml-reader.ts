import { Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from "yaml";
import { LabError } from "../result";
import { pathText, type RecipeFault, type RecipePath, recipeProblem } from "./fault";
import { suggestion } from "./suggestion";

const limits = { characters: 64_000, nodes: 10_000, documents: 9 } as const;

/** Keys of a mapping: those that are read, and those that mergekit knows and this lab does not do, with the reason. */
export interface Keys {
  readonly known: readonly string[];
  readonly refused?: Readonly<Record<string, string>>;
}

/**
 * A YAML text read node by node along a schema. Everything that does not fit is thrown as a LabError `recipe-invalid`
 * with line and column; aliases are followed within a budget of nodes, so that a small text cannot grow without bound.
 */
export class YamlReader {
  private readonly offsets = new Map<string, number>();
  private nodes = 0;

  private constructor(
    private readonly document: Document,
    private readonly lines: LineCounter,
  ) {}

  /** One reader for each document of a text; documents are parted by `---`. */
  static documents(text: string): readonly YamlReader[] {
    const lines = new LineCounter();
    const whole = new YamlReader(new Document(), lines);
    if (text.length > limits.characters) {
      throw whole.refuse([], {
        what: `The text has ${text.length.toLocaleString("en")} characters; a recipe has at most ${limits.characters.toLocaleString("en")}.`,
        remedy: "Cut it down to the recipe itself.",
      });
    }
    // mergekit reads with PyYAML, which is YAML 1.1: `yes` is true there.
    const parsed = parseAllDocuments(text, {
      lineCounter: lines,
      version: "1.1",
      uniqueKeys: true,
      prettyErrors: false,
    });
    const documents: readonly Document[] = Array.isArray(parsed) ? parsed : [];
    if (documents.length > limits.documents) {
      throw whole.refuse([], {
        what: `The text holds ${documents.length} documents (---); a recipe with its inputs has at most ${limits.documents}.`,
        remedy: "Merge some of them first and name the result.",
      });
    }
    return (documents.length === 0 ? [new Document()] : documents).map((document) => {
      const reader = new YamlReader(document, lines);
      const flaw = document.errors[0] ?? document.warnings[0];
      if (!flaw) return reader;
      throw reader.refuse([], { what: sentence(flaw.message), remedy: "Correct the YAML at this place." }, flaw.pos[0]);
    });
  }

  root(): Node | null {
    return this.document.contents;
  }

  /** The entries of a mapping by key; null values count as absent. */
  mapping(node: Node | null, path: RecipePath, keys: Keys): ReadonlyMap<string, Node> {
    const found = this.follow(node, path);
    if (!isMap<Node, Node | null>(found)) throw this.unfit(path, found, `a mapping with ${keys.known.join(", ")}`);
    const entries = new Map<string, Node>();
    for (const { key, value } of found.items) {
      const name = isScalar(key) ? String(key.value) : "?";
      const place = [...path, name];
      this.offsets.set(pathText(place), key.range?.[0] ?? 0);
      const reason = keys.refused && Object.hasOwn(keys.refused, name) ? keys.refused[name] : undefined;
      if (reason !== undefined)
        throw this.refuse(place, { what: `${name} is not done here: ${reason}.`, remedy: "Remove it." });
      if (!keys.known.includes(name)) {
        throw this.refuse(place, {
          what: `The key “${name.slice(0, 60)}” is unknown.`,
          remedy: suggestion(name, keys.known),
        });
      }
      if (value && !(isScalar(value) && value.value === null)) entries.set(name, value);
    }
    return entries;
  }

  /** The entries of a mapping whose keys are checked later, against the method. */
  openMapping(node: Node, path: RecipePath): ReadonlyMap<string, Node> {
    const found = this.follow(node, path);
    if (!isMap<Node, Node | null>(found)) throw this.unfit(path, found, "a mapping of names to values");
    const names = found.items.map(({ key }) => (isScalar(key) ? String(key.value) : "?"));
    return this.mapping(found, path, { known: names });
  }

  list(node: Node, path: RecipePath): readonly Node[] {
    const found = this.follow(node, path);
    if (!isSeq<Node>(found)) throw this.unfit(path, found, "a list");
    return found.items;
  }

  /** The plain value of a scalar node: text, number or boolean. */
  scalar(node: Node, path: RecipePath): string | number | boolean {
    const found = this.follow(node, path);
    const value: unknown = isScalar(found) ? found.value : undefined;
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
    throw this.unfit(path, found, "one value");
  }

  text(node: Node, path: RecipePath): string {
    const value = this.scalar(node, path);
    if (typeof value === "string") return value;
    throw this.refuse(path, { what: `${String(value)} is no text.`, remedy: "Put it in quotation marks." });
  }

  isList(node: Node, path: RecipePath): boolean {
    return isSeq(this.follow(node, path));
  }

  isMapping(node: Node, path: RecipePath): boolean {
    return isMap(this.follow(node, path));
  }

  /** The fault as an error at the place in the text that its path names, or the nearest one around it. */
  refuse(path: RecipePath, fault: Omit<RecipeFault, "path">, offset = this.offsetOf(path)): LabError {
    const { line, col } = this.lines.linePos(offset);
    const problem = recipeProblem(
      { ...fault, path: shownPath(path, this.offsets.has("models")) },
      { line, column: col },
    );
    return new LabError({ ...problem, what: `Line ${line}, column ${col}: ${problem.what}` });
  }

  /** Remembers that `path` stands where `node` stands. */
  private follow(node: Node | null, path: RecipePath): Node | null {
    if (node?.range && !this.offsets.has(pathText(path))) this.offsets.set(pathText(path), node.range[0]);
    if (++this.nodes > limits.nodes) {
      throw this.refuse(path, {
        what: `The text unfolds to more than ${limits.nodes.toLocaleString("en")} values.`,
        remedy: "Write it without anchors and aliases (& and *), or with fewer.",
      });
    }
    if (!isAlias(node)) return node;
    return (node.resolve(this.document) as Node | undefined) ?? null;
  }

  private offsetOf(path: RecipePath): number {
    for (let length = path.length; length >= 0; length--) {
      const offset = this.offsets.get(pathText(path.slice(0, length)));
      if (offset !== undefined) return offset;
    }
    return 0;
  }

  private unfit(path: RecipePath, node: Node | null, wanted: string): LabError {
    const is = node === null ? "nothing" : isMap(node) ? "a mapping" : isSeq(node) ? "a list" : "a single value";
    return this.refuse(path, { what: `Here is ${is}, and ${wanted} is wanted.`, remedy: "Write it as mergekit does." });
  }
}

/** The `models` form is one slice in a recipe; its faults are shown where the text has them. */
function shownPath(path: RecipePath, models: boolean): RecipePath {
  const [first, , third, ...rest] = path;
  return models && first === "slices" && third === "sources" ? ["models", ...rest] : path;
}

function sentence(message: string): string {
  const [first] = message.split("\n");
  return /[.!?]$/.test(first!) ? first! : `${first}.`;
}
