import { cloneElement, createElement, Fragment, isValidElement, type ReactNode, useMemo } from "react";
import type { FoundWord } from "../data/find-words";
import { Term } from "./Term";
import { useFindWords } from "./terms-here";

interface TermsProps {
  readonly children: ReactNode;
  /** The term that the text is about. */
  readonly except?: string;
  /** Leaves out the words that stand nearly everywhere: for captions, heads of columns and help, of which there are many. */
  readonly sparing?: boolean;
}

/**
 * A block of text whose hard words say what they mean: the first of each, in the text and in the elements of the page within it, but
 * not in headings, formulas, quotations, nor where a press already does something. Components within are left as they are.
 */
export function Terms({ children, except, sparing = false }: TermsProps) {
  const find = useFindWords();
  return useMemo(() => {
    const telling = (text: string) => find(text).filter(({ word }) => !sparing || !word.common);
    return createElement(Fragment, null, ...listOf(marked(children, telling, new Set([except]))));
  }, [children, find, except, sparing]);
}

const apart = /^(?:a|button|cite|code|h[1-6]|input|label|option|pre|select|summary|sub|sup|svg|textarea)$/;

type FindWords = ReturnType<typeof useFindWords>;
type Seen = Set<string | undefined>;

/** Lists keep their length and their keys, so that nothing but texts is made anew when the words arrive. */
function marked(node: ReactNode, find: FindWords, seen: Seen, place = 0): ReactNode {
  if (typeof node === "string") return markedText(node, find(node), seen, place);
  if (Array.isArray(node)) return node.map((child: ReactNode, i) => marked(child, find, seen, i));
  if (!isValidElement<{ children?: ReactNode; className?: string }>(node)) return node;
  const { children, className } = node.props;
  if (node.type !== Fragment && (typeof node.type !== "string" || apart.test(node.type))) return node;
  if (className === "formula" || children === undefined) return node;
  return cloneElement(node, undefined, ...listOf(marked(children, find, seen)));
}

function markedText(text: string, found: readonly FoundWord[], seen: Seen, place: number): ReactNode {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { word, start, end } of found) {
    if (seen.has(word.term)) continue;
    seen.add(word.term);
    pieces.push(
      text.slice(at, start),
      <Term key={start} word={word}>
        {text.slice(start, end)}
      </Term>,
    );
    at = end;
  }
  return pieces.length === 0 ? text : <Fragment key={`text ${place}`}>{[...pieces, text.slice(at)]}</Fragment>;
}

function listOf(node: ReactNode): readonly ReactNode[] {
  return Array.isArray(node) ? (node as ReactNode[]) : [node];
}
