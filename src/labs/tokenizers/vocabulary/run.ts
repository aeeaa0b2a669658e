import type { Document } from "../../../experiments/documents/tokenizers";
import type { Model } from "../../../engine/engine";
import { initialisers } from "../../../tokenization/transfer/initialisers";
import { propagations, rowMaps } from "../../../tokenization/transfer/maps";
import { LabError } from "../../../result";
import type { RunTools } from "../../lab";
import { keepFile } from "../../files";
import { keepTokenizer, ownFiles } from "../own-tokenizers";
import { ownTextOf } from "../own-texts";
import { ownVectors } from "../own-vectors";
import { emptyResult, type TokenizersResult } from "../result";
import { continuationsOf } from "./continuations";
import { heldOut, inLatin, type WrittenLanguage } from "./held-out";
import { inWorker } from "./in-worker";
import type { PrepareRequest, TokenTable } from "./prepare";
import { proofOf } from "./proof";
import { twoHeadsOf } from "./two-heads";
import type { ChangeResult, ScoredModel } from "./result";
import { learntFrom } from "./texts";
import { sum } from "../../../vectors";

const targets = {
  trim: "trimmed",
  expand: "with more tokens",
  transliterate: "with its pieces in Latin letters",
  train: "trained here",
  file: "from a file",
  model: "of another model",
} as const;

/** Makes the changed models one after the other and scores each beside the base. */
export async function* change(document: Document, tools: RunTools): AsyncGenerator<TokenizersResult, void> {
  const { engine, signal, onProgress } = tools;
  const { vocabulary: settings } = document;
  const { base } = settings;
  const romanised = settings.target === "transliterate" ? inLatin([...settings.languages, ...settings.scored]) : [];
  const scored: readonly WrittenLanguage[] = [...settings.scored, ...romanised];
  onProgress({ done: 0, total: 1, note: "loading the base" });
  const model = await engine.load(base, { signal });
  const { files: source, tables, parameters } = await engine.vocabulary(model);
  const height = tables[0]!.rows;
  const own = settings.target === "file" ? ownFiles.get(settings.file) : undefined;
  const donor = settings.target === "model" ? await opened(settings.donor) : undefined;
  const trims = settings.target === "trim";
  const tunedModel = settings.tuned === "" || trims ? undefined : await engine.load(settings.tuned, { signal });

  let result: ChangeResult | undefined;
  let target: { readonly files: typeof source; readonly kept: readonly number[] | null } | undefined;
  const request = {
    kind: "prepare",
    document: settings,
    source,
    tables: await valuesOf(model),
    ...(own && { own }),
    ...ownTextOf(settings),
    ...(donor && { donor }),
    ...(settings.initialisers.some(readsVectors) && wordVectorsOf(settings)),
    ...(tunedModel && { tuned: await valuesOf(tunedModel) }),
  } as const;
  for await (const event of inWorker(request, signal)) {
    if (event.kind === "progress") onProgress(event);
    if (event.kind === "target") {
      const { files, kept, rows, ...measured } = event;
      target = { files, kept };
      const perRow = tables.reduce((sum, { width }) => sum + width, 0);
      result = {
        ...measured,
        base,
        target: targets[settings.target],
        before: { rows: height, parameters },
        after: { rows, parameters: parameters + (rows - height) * perRow },
        languages: romanised.length > 0 ? romanised : settings.languages,
        learntFrom: learntFrom([...new Set([...settings.languages, settings.from])]),
        scored,
        models: [await unchanged("base", model)],
        proof: null,
        kept: null,
        folder: null,
        tokenizer: keepTokenizer(`${settings.target}-${settings.languages.join("-")}-${rows}`, files),
      };
      yield { ...emptyResult(document), change: result };
    }
    if (event.kind === "rotation" && result) {
      const { kind: _, ...rotation } = event;
      result = { ...result, rotation };
    }
    if (event.kind === "rows" && result && target) {
      const { kind: _, name, on, rows, given, ...told } = event;
      const kept = on === "base" && (name === "trim" || name === keptOf(settings));
      const title = `${base}, ${result.target}, ${rows.length} rows${name === "trim" ? "" : `, ${name}`}`;
      if (on === "tuned" && tunedModel && name === "own") {
        result = { ...result, models: [...result.models, await unchanged("tuned", tunedModel)] };
      }
      const changed = await engine.changeVocabulary(
        on === "base" ? base : settings.tuned,
        {
          tokenizer: target.files,
          rows,
          seed: settings.seed,
          ...(given && { given }),
          ...(name === "ofa" && settings.rank > 0 && { rank: Math.min(settings.rank, tables[0]!.width) }),
        },
        { signal, ...(kept && { title }) },
      );
      const row = described(name);
      const bitsPerByte = await bits(changed, row.title);
      result = { ...result, models: [...result.models, { ...row, ...told, bitsPerByte }] };
      yield { ...emptyResult(document), change: result };
      if (name === "trim" && target.kept) {
        onProgress({ done: 0, total: 1, note: "comparing logits" });
        const sentences = settings.languages.flatMap((language) => heldOut(language, settings.sentences));
        result = { ...result, proof: await proofOf(engine, model, changed, target.kept, sentences, signal) };
        yield { ...emptyResult(document), change: result };
      }
      if (kept) {
        result = { ...result, kept: { checkpoint: changed.checkpoint, name: title, by: row.title } };
        onProgress({ done: 0, total: 1, note: "letting both go on" });
        const languages = romanised.length > 0 ? romanised : settings.languages;
        result = { ...result, continuations: await continuationsOf(engine, model, changed, languages, signal) };
        result = { ...result, heads: await twoHeadsOf(engine, model, changed, languages, signal) };
        if (settings.folder) result = { ...result, folder: await folderOf(changed, title) };
        yield { ...emptyResult(document), change: result };
      } else {
        await engine.unload(changed);
      }
    }
  }

  async function opened(name: string) {
    const lender = await engine.load(name, { signal });
    return { files: (await engine.vocabulary(lender)).files, tables: await valuesOf(lender) };
  }

  async function valuesOf(of: Model): Promise<readonly TokenTable[]> {
    const { tables } = await engine.vocabulary(of);
    const read: TokenTable[] = [];
    for (const { name, width } of tables) read.push({ name, width, values: await engine.tensor(of, name) });
    return read;
  }

  async function unchanged(name: "base" | "tuned", model: Model): Promise<ScoredModel> {
    const row = described(name);
    return { ...row, note: "", drawn: 0, recipes: [], bitsPerByte: await bits(model, row.title) };
  }

  async function bits(scoredModel: Model, note: string): Promise<Record<string, number>> {
    const made: Record<string, number> = {};
    for (const [done, language] of scored.entries()) {
      onProgress({ done, total: scored.length, note: `scoring ${note}` });
      const lines = heldOut(language, settings.sentences);
      const scores = await engine.scoreAll(scoredModel, lines, { signal });
      const [bits, bytes] = [scores.map((score) => score.bits), scores.map((score) => score.bytes)].map(sum);
      made[language] = Number((bits! / bytes!).toPrecision(6));
    }
    return made;
  }

  async function folderOf(changed: Model, title: string): Promise<ChangeResult["folder"]> {
    const pieces = await engine.exportFolder(
      changed,
      {
        "README.md": `# ${title}\n\nMade in Babelscope. Embedding rows were computed, all other weights are those of ${base}.\n`,
      },
      { signal, onTensor: (progress) => onProgress({ ...progress, note: "writing weights" }) },
    );
    const id = `${changed.checkpoint}.folder`;
    return {
      id,
      name: "changed-vocabulary.zip",
      bytes: keepFile(id, "changed-vocabulary.zip", pieces, "application/zip"),
    };
  }
}

function readsVectors(name: string): boolean {
  return initialisers.find((initialiser) => initialiser.name === name)?.needs.includes("vectors") === true;
}

/** The vectors that the document names; one file stands for both sides. Throws `input-invalid` where they cannot serve. */
function wordVectorsOf({ sourceVectors, targetVectors }: Document["vocabulary"]): Pick<PrepareRequest, "wordVectors"> {
  const [from, to] = [sourceVectors || targetVectors, targetVectors || sourceVectors];
  if (from === "") return {};
  const [source, target] = [ownVectors.get(from), ownVectors.get(to)];
  if (!source || !target) throw new LabError(vectorsMissing);
  const [old, made] = [source, target].map((vectors) => vectors.values().next().value!.length);
  if (old !== made) {
    throw new LabError({
      code: "input-invalid",
      what: `The vectors of the old languages have ${old} dimensions, those of the new ones ${made}.`,
      remedy: "Choose two .vec files of one space, as the aligned ones of fastText.",
    });
  }
  return { wordVectors: { source, target } };
}

const vectorsMissing = {
  code: "input-invalid",
  what: "The .vec file that this experiment uses is not in this page; no link carries it.",
  remedy: "Choose the file again under “New rows are made by”, or run without it.",
} as const;

/** The initialiser whose model is kept: the one wanted, else the last one that is made. */
function keptOf({ keep, initialisers }: Document["vocabulary"]): string | undefined {
  return initialisers.includes(keep) ? keep : initialisers.at(-1);
}

function described(name: string): Pick<ScoredModel, "name" | "title" | "formula" | "reference"> {
  if (name === "base") return { name, title: "The base, unchanged", formula: "", reference: "" };
  if (name === "tuned") return { name, title: "The fine-tune, unchanged", formula: "", reference: "" };
  if (name === "trim") return { name, title: "Trimmed", formula: "row = old row", reference: trimReference };
  const mode = propagations.find((propagation) => propagation.name === name);
  if (mode) return { ...mode, reference: propagationReference };
  const { title, formula, reference } = [...initialisers, ...rowMaps].find((way) => way.name === name)!;
  return { name, title, formula, reference };
}

const propagationReference = "Tikhomirov and Chernyshev 2024, arXiv 2412.21140";
const trimReference = "Ushio et al. 2023, arXiv 2305.15020";
