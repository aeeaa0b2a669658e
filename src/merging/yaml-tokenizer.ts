import type { Node } from "yaml";
import type { RecipePath } from "./fault";
import { recipeLimits } from "./limits";
import { parseModelName } from "./model-name";
import type { TokenizerRule, TokenReference, TokenRule } from "./recipe";
import type { YamlReader } from "./yaml-reader";

/** The rule on vocabularies of a document: `tokenizer`, or mergekit's older `tokenizer_source`. */
export function readTokenizer(reader: YamlReader, top: ReadonlyMap<string, Node>): TokenizerRule | undefined {
  const [rule, older] = [top.get("tokenizer"), top.get("tokenizer_source")];
  if (rule && older) {
    throw reader.refuse(["tokenizer_source"], {
      what: "The recipe has both tokenizer and tokenizer_source.",
      remedy: "Keep tokenizer, with its source.",
    });
  }
  if (older) return { source: readSource(reader, older, ["tokenizer_source"]) };
  if (!rule) return undefined;
  const path = ["tokenizer"];
  const entries = reader.mapping(rule, path, { known: ["source", "tokens", "pad_to_multiple_of"] });
  const [source, tokens, multiple] = [entries.get("source"), entries.get("tokens"), entries.get("pad_to_multiple_of")];
  const pad_to_multiple_of = multiple && readNumber(reader, multiple, [...path, "pad_to_multiple_of"]);
  return {
    source: source ? readSource(reader, source, [...path, "source"]) : "union",
    ...(tokens && { tokens: readTokens(reader, tokens, [...path, "tokens"]) }),
    ...(pad_to_multiple_of !== undefined && { pad_to_multiple_of }),
  };
}

function readTokens(reader: YamlReader, node: Node, path: RecipePath): Readonly<Record<string, TokenRule>> {
  const entries = [...reader.openMapping(node, path)];
  if (entries.length > recipeLimits.tokens) {
    throw reader.refuse(path, {
      what: `${entries.length} rules on tokens are more than the ${recipeLimits.tokens} that a recipe may have here.`,
      remedy: "Let the source decide on most of them.",
    });
  }
  return Object.fromEntries(entries.map(([token, rule]) => [token, readRule(reader, rule, [...path, token])]));
}

function readRule(reader: YamlReader, node: Node, path: RecipePath): TokenRule {
  const entries = reader.mapping(node, path, { known: ["source", "force"] });
  const [source, force] = [entries.get("source"), entries.get("force")];
  if (!source) throw reader.refuse(path, { what: "source is missing.", remedy: "Name the model whose row it takes." });
  const forced = force && reader.scalar(force, [...path, "force"]);
  if (forced !== undefined && typeof forced !== "boolean") {
    throw reader.refuse([...path, "force"], { what: "force is true or false.", remedy: "Write true or false." });
  }
  return {
    source: readRuleSource(reader, source, [...path, "source"]),
    ...(forced !== undefined && { force: forced }),
  };
}

function readRuleSource(reader: YamlReader, node: Node, path: RecipePath): TokenRule["source"] {
  if (!reader.isMapping(node, path)) return readSource(reader, node, path);
  const entries = reader.mapping(node, path, { known: ["kind", "model", "token", "token_id"] });
  const kind = entries.get("kind");
  const name = kind && reader.text(kind, [...path, "kind"]);
  const [model, token, id] = [entries.get("model"), entries.get("token"), entries.get("token_id")];
  if (name === "zero") {
    if (model || token || id) {
      throw reader.refuse(path, { what: "A row of zeros comes from no model.", remedy: "Keep kind: zero alone." });
    }
    return { kind: "zero" };
  }
  if (name !== "model_token" || !model) {
    throw reader.refuse(path, {
      what: "This is no source of a row.",
      remedy: "Write a model's name, {kind: zero}, or {kind: model_token, model: …, token: …}.",
    });
  }
  const reference: TokenReference = {
    kind: "model_token",
    model: readSource(reader, model, [...path, "model"]),
    ...(token && { token: reader.text(token, [...path, "token"]) }),
    ...(id && { token_id: readNumber(reader, id, [...path, "token_id"]) }),
  };
  return reference;
}

function readSource(reader: YamlReader, node: Node, path: RecipePath): string {
  const text = reader.text(node, path);
  const name = parseModelName(text);
  if (!name.ok) throw reader.refuse(path, name.problem);
  return text;
}

function readNumber(reader: YamlReader, node: Node, path: RecipePath): number {
  const value = reader.scalar(node, path);
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw reader.refuse(path, { what: `${String(value)} is no whole number.`, remedy: "Write a whole number." });
}
