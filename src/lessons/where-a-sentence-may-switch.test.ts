import { expect } from "vitest";
import type { Document } from "../experiments/documents/codeswitching";
import type { GrammarResult } from "../labs/codeswitching/result";
import { generateFromGrammar } from "../codeswitch/generate/grammar";
import { readPair } from "../codeswitch/read-pair";
import { writtenPair } from "../labs/codeswitching/pair";
import { measuredPercent, targetOf } from "../labs/codeswitching/wording";
import { unwrap } from "../result";
import { recorded, testFound } from "./testing";
import { lesson } from "./where-a-sentence-may-switch";

const grammar = (preset: string) =>
  recorded("codeswitching", preset) as { readonly document: Document; readonly result: GrammarResult };

/** The refused places, each as the two words around it. */
const refusedIn = ({ places }: GrammarResult) =>
  places.filter(({ legal }) => !legal).map(({ words }) => words.join(" "));

testFound(lesson, [
  () => {
    const { result } = grammar("where-may-it-switch");
    const refused = refusedIn(result);
    expect(refused.toSorted()).toEqual(["coche rojo", "hermano menor", "red car", "younger brother"]);
    return {
      choice: "no, the orders differ there",
      says: "No: ",
      numbers: [`Of the ${result.places.length} places in both sentences ${refused.length} are refused`],
    };
  },
  () => {
    const { result } = grammar("verb-at-the-end");
    const refused = refusedIn(result);
    expect(refused.toSorted()).toEqual(["Morgen die", "Zeitung liest", "newspaper every", "reads the"]);
    return {
      choice: "between the verb and its objects",
      says: "Two lie between the verb and its objects",
      numbers: [`of the ${result.places.length} places in both sentences ${refused.length} are refused`],
    };
  },
  () => {
    const { document, result } = grammar("one-frame");
    const pair = unwrap(readPair(writtenPair(document), "equivalence"));
    const { freeMorpheme, matrix, measure, count, seed } = document;
    const target = targetOf(measure, document.targets[0]!);
    const other = unwrap(
      generateFromGrammar(pair, { theory: "equivalence", freeMorpheme, matrix, target, count, seed }),
    );
    expect(Number(result.total) - 1).toBeGreaterThan(Number(other.total) - 2);
    return {
      choice: "more",
      says: "More: ",
      numbers: [`allows ${result.total} sentences`, `The equivalence constraint allows ${other.total}`],
    };
  },
  () => {
    const { result } = grammar("cmi-10-25-40");
    const { sentences } = result.batches.find(({ target }) => target === 25)!;
    expect(sentences.map((sentence) => measuredPercent("cmi", sentence, result.matrix))).toEqual([25, 25, 25, 25]);
    const switches = sentences.map((sentence) => sentence.switches.length).toSorted((a, b) => a - b);
    return {
      choice: "no",
      says: "No: the four sentences",
      numbers: [`${switches.slice(0, -1).join(", ")} and ${switches.at(-1)} times`],
    };
  },
]);
