import type { PrepareRequest, TokenTable } from "./prepare";
import { LabError } from "../../../result";
import type { Draw } from "../../../tokenization/transfer/draws";
import { initialisers } from "../../../tokenization/transfer/initialisers";
import { applyHypernetwork, fitHypernetwork } from "../../../tokenization/transfer/maps/hypernetwork";
import { type PropagationMode, propagate } from "../../../tokenization/transfer/maps/propagation";
import { alignDonor } from "../../../tokenization/transfer/maps/sava";
import type { Table } from "../../../tokenization/transfer/maps/tables";
import { mergesOf } from "../../../tokenization/transfer/merges-of";
import { applyRows, type NewRow } from "../../../tokenization/transfer/rows";
import { initialRows } from "../../../tokenization/transfer/transfer";
import { showFixed } from "../../../ui/show-fixed";
import { type RowsSetting, transfersFor } from "./rows";

export interface MadeRows {
  /** Of a map: the recipes of what it does not reach. */
  readonly rows: readonly NewRow[];
  /** Whole tensors, where a map made them or rows are drawn in a way of their own. */
  readonly given?: Readonly<Record<string, Float32Array>>;
  /** How well a map did where the truth is known. */
  readonly note: string;
}

/** Recipes of the base's rows, and how rows without one are drawn. */
interface Mixed {
  readonly rows: readonly NewRow[];
  readonly draw: Draw | undefined;
}

const ridge = 1e-3;

/** Makes rows by the names that documents use: by an initialiser, or by a map. */
export class RowMaker {
  readonly #transferOf;

  constructor(
    private readonly request: PrepareRequest,
    private readonly setting: RowsSetting,
  ) {
    this.#transferOf = transfersFor(setting);
  }

  make(name: string): MadeRows {
    if (name === "zett") return this.#zeroShot();
    if (name === "sava") return this.#fromDonor();
    const { rows, draw } = this.#mixed(name);
    const drawn = draw && this.#each((table) => this.#applied(table, { rows, draw }).values);
    return { rows, ...(drawn && { given: drawn }), note: "" };
  }

  /** The rows of an initialiser for the base, put into its fine-tune. */
  intoFineTune(mode: PropagationMode, name: string): MadeRows {
    const mixed = this.#mixed(initialisers.some((initialiser) => initialiser.name === name) ? name : "mean");
    const { tuned = [] } = this.request;
    const notes: string[] = [];
    const given = this.#each((base, at) => {
      const own = tuned[at]!;
      const [made, madeOfTuned] = [base, own].map((table) => this.#applied(table, mixed)) as [Table, Table];
      const { values, residual, distance } = propagate(
        mode,
        { base, tuned: own, made, madeOfTuned },
        this.setting.shared,
      );
      if (residual !== null) notes.push(`residual ${showFixed(residual, 3)}, ‖D − I‖ ${showFixed(distance, 2)}`);
      return values;
    });
    return { rows: mixed.rows, given, note: notes.join("; ") };
  }

  #mixed(name: string): Mixed {
    const initialiser = initialisers.find((candidate) => candidate.name === name)!;
    const transfer = this.#transferOf(initialiser);
    return { rows: initialRows(initialiser, transfer), draw: initialiser.draws?.(transfer) };
  }

  #applied({ width, values }: Table, { rows, draw }: Mixed): Table {
    return { width, values: applyRows(values, width, rows, this.request.document.seed, draw) };
  }

  #zeroShot(): MadeRows {
    const { source } = this.request;
    const { targetFiles, shared } = this.setting;
    const means = this.#mixed("mean");
    const notes: string[] = [];
    const given = this.#each((table) => {
      const network = fitHypernetwork(table, mergesOf(source), ridge);
      const { merges, cosine, cosineOfMean } = network.heldOut;
      notes.push(
        `cosine ${showFixed(cosine, 2)} on ${merges} merges that were not fitted, of the mean of the two ${showFixed(cosineOfMean, 2)}`,
      );
      const otherwise = this.#applied(table, means);
      return applyHypernetwork(network, table, { shared, merges: mergesOf(targetFiles), otherwise });
    });
    return { rows: means.rows, given, note: notes.join("; ") };
  }

  #fromDonor(): MadeRows {
    const { donor } = this.request;
    if (!donor) throw new LabError(donorMissing);
    const { rows } = this.#mixed("mean");
    const notes: string[] = [];
    const given = this.#each((table, at) => {
      const lender = donor.tables.filter(isMatrix)[at] ?? donor.tables[0]!;
      const { values, anchors, heldOutCosine } = alignDonor(table, lender, this.setting.shared, { map: "procrustes" });
      notes.push(`cosine ${showFixed(heldOutCosine, 2)} on shared tokens that were not among the ${anchors} anchors`);
      return values.slice(0, rows.length * table.width);
    });
    return { rows, given, note: notes.join("; ") };
  }

  /** One new tensor for each matrix with a row a token: the embedding, and the head where it is not tied. */
  #each(make: (table: TokenTable, at: number) => Float32Array): Readonly<Record<string, Float32Array>> {
    return Object.fromEntries(this.request.tables.filter(isMatrix).map((table, at) => [table.name, make(table, at)]));
  }
}

function isMatrix({ width }: TokenTable): boolean {
  return width > 1;
}

const donorMissing = {
  code: "input-invalid",
  what: "SAVA maps the rows of another model, and none is chosen.",
  remedy: "Take the new vocabulary from another model, or leave SAVA out.",
} as const;
