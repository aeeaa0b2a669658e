import type { Document } from "../../../experiments/documents/tokenizers";
import { parallelSentences } from "../../../data/parallel";
import type { Model } from "../../../engine/engine";
import { initialisers } from "../../../tokenization/transfer/initialisers";
import type { RunTools } from "../../lab";
import { keepFile } from "../../files";
import { keepTokenizer, ownFiles } from "../own-tokenizers";
import { emptyResult, type TokenizersResult } from "../result";
import { inWorker } from "./in-worker";
import { proofOf } from "./proof";
import type { ChangeResult, ScoredModel } from "./result";

const targets = { trim: "trimmed", expand: "with more merges", train: "trained here", file: "from a file" } as const;

/** Makes the changed models one after the other and scores each beside the base. */
export async function* change(document: Document, tools: RunTools): AsyncGenerator<TokenizersResult, void> {
  const { engine, signal, onProgress } = tools;
  const { vocabulary: settings } = document;
  const { base, scored } = settings;
  onProgress({ done: 0, total: 1, note: "loading the base" });
  const model = await engine.load(base, { signal });
  const { files: source, tables, parameters } = await engine.vocabulary(model);
  const [{ name: table, rows: height, width }] = tables as [(typeof tables)[number]];
  const embedding = await engine.tensor(model, table);
  const own = settings.target === "file" ? ownFiles.get(settings.file) : undefined;

  let result: ChangeResult | undefined;
  let target: { readonly files: typeof source; readonly kept: readonly number[] | null } | undefined;
  const request = { kind: "prepare", document: settings, source, embedding, width, ...(own && { own }) } as const;
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
        languages: settings.languages,
        scored,
        models: [{ ...described("base"), drawn: 0, recipes: [], bitsPerByte: await bits(model, "the base") }],
        proof: null,
        kept: null,
        folder: null,
        tokenizer: keepTokenizer(`${settings.target}-${settings.languages.join("-")}-${rows}`, files),
      };
      yield { ...emptyResult(document), change: result };
    }
    if (event.kind === "rows" && result && target) {
      const { initialiser, rows, drawn, recipes } = event;
      const kept = initialiser === "trim" || initialiser === keptOf(settings);
      const title = `${base}, ${result.target}, ${rows.length} rows${initialiser === "trim" ? "" : `, ${initialiser}`}`;
      const changed = await engine.changeVocabulary(
        base,
        {
          tokenizer: target.files,
          rows,
          seed: settings.seed,
          ...(initialiser === "ofa" && settings.rank > 0 && { rank: Math.min(settings.rank, width) }),
        },
        { signal, ...(kept && { title }) },
      );
      const row = described(initialiser);
      const bitsPerByte = await bits(changed, row.title);
      result = { ...result, models: [...result.models, { ...row, drawn, recipes, bitsPerByte }] };
      yield { ...emptyResult(document), change: result };
      if (initialiser === "trim" && target.kept) {
        onProgress({ done: 0, total: 1, note: "comparing logits" });
        const sentences = settings.languages.flatMap((language) =>
          parallelSentences[language].slice(0, settings.sentences),
        );
        result = { ...result, proof: await proofOf(engine, model, changed, target.kept, sentences, signal) };
        yield { ...emptyResult(document), change: result };
      }
      if (kept) {
        result = { ...result, kept: { checkpoint: changed.checkpoint, name: title } };
        if (settings.folder) result = { ...result, folder: await folderOf(changed, title) };
        yield { ...emptyResult(document), change: result };
      } else {
        await engine.unload(changed);
      }
    }
  }

  async function bits(scoredModel: Model, note: string): Promise<Record<string, number>> {
    const made: Record<string, number> = {};
    for (const [done, language] of scored.entries()) {
      onProgress({ done, total: scored.length, note: `scoring ${note}` });
      const lines = parallelSentences[language].slice(0, settings.sentences);
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

/** The initialiser whose model is kept: the one wanted, else the last one that is made. */
function keptOf({ keep, initialisers }: Document["vocabulary"]): string | undefined {
  return initialisers.includes(keep) ? keep : initialisers.at(-1);
}

function described(name: string): Pick<ScoredModel, "name" | "title" | "formula" | "reference"> {
  if (name === "base") return { name, title: "The base, unchanged", formula: "", reference: "" };
  if (name === "trim") return { name, title: "Trimmed", formula: "row = old row", reference: trimReference };
  const { title, formula, reference } = initialisers.find((initialiser) => initialiser.name === name)!;
  return { name, title, formula, reference };
}

const trimReference = "Ushio et al. 2023, arXiv 2305.15020";

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
