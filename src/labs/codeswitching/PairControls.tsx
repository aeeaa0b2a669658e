import { parsePharaoh } from "../../codeswitch/alignment";
import { readSentence } from "../../codeswitch/read-pair";
import { parseConllu, treeFromDependencies } from "../../codeswitch/conllu";
import { parseTree, printTree } from "../../codeswitch/tree";
import type { Document } from "../../experiments/documents/codeswitching";
import { languageOf, languages } from "../../ui/languages";
import { Segmented } from "../../ui/Segmented";
import { Select } from "../../ui/Select";
import { TextArea } from "../../ui/TextArea";
import type { PanelProps } from "../lab";
import { ProposeLinks } from "./ProposeLinks";

/** The sentences, their links as text, and a tree of one of them. */
export function PairControls({ document, edit }: PanelProps<Document>) {
  const { languages: codes, sentences, alignment, tree } = document;
  const sizes = ([0, 1] as const).map((side) => readSentence(sentences[side], codes[side]).words.length);
  const links = parsePharaoh(alignment, [sizes[0]!, sizes[1]!]);
  const parsed = tree.trim() === "" ? undefined : /^1\t/m.test(tree) ? parseConllu(tree) : parseTree(tree);
  return (
    <>
      {([0, 1] as const).map((side) => (
        <SentenceControls key={side} side={side} words={sizes[side]!} document={document} edit={edit} />
      ))}
      <TextArea
        label="Links"
        value={alignment}
        mono
        maxLength={20_000}
        help="Word numbers from 0: first sentence, hyphen, second sentence. The figure edits the same links."
        error={links.ok ? undefined : `${links.problem.what} ${links.problem.remedy}`}
        onChange={(value, gesture) => edit({ alignment: value }, gesture)}
      />
      <ProposeLinks document={document} edit={edit} />
      <TextArea
        label="Tree in brackets"
        value={tree}
        mono
        rows={4}
        maxLength={40_000}
        help="Universal or Penn Treebank tags over each word; a sentence in CoNLL-U becomes brackets. Without a tree, “No crossing links” still works."
        error={parsed === undefined || parsed.ok ? undefined : `${parsed.problem.what} ${parsed.problem.remedy}`}
        onChange={(value, gesture) => edit({ tree: bracketed(value) }, gesture)}
      />
      <Segmented
        label="The tree is over"
        value={document.treeSide === 0 ? "first" : "second"}
        options={[
          { value: "first", label: `the first sentence (${codes[0]})` },
          { value: "second", label: `the second (${codes[1]})` },
        ]}
        onChange={(side) => edit({ treeSide: side === "first" ? 0 : 1 })}
      />
    </>
  );
}

interface SentenceControlsProps extends PanelProps<Document> {
  readonly side: 0 | 1;
  readonly words: number;
}

function SentenceControls({ side, words, document, edit }: SentenceControlsProps) {
  const name = side === 0 ? "First" : "Second";
  const code = document.languages[side];
  const options = [...new Set([...languages.keys(), code])].map((value) => ({
    value,
    label: `${languageOf(value).name} (${value})`,
  }));
  return (
    <>
      <Select
        label={`${name} language`}
        value={code}
        options={options}
        onChange={(value) =>
          edit({ languages: side === 0 ? [value, document.languages[1]] : [document.languages[0], value] })
        }
      />
      <TextArea
        label={`${name} sentence`}
        value={document.sentences[side]}
        lang={code}
        maxLength={6_000}
        help={`${words} ${words === 1 ? "word" : "words"}.`}
        error={words === 0 ? "Write a sentence." : undefined}
        onChange={(value, gesture) =>
          edit({ sentences: side === 0 ? [value, document.sentences[1]] : [document.sentences[0], value] }, gesture)
        }
      />
    </>
  );
}

/** The first sentence of a text in CoNLL-U as a tree in brackets; any other text, and CoNLL-U with a fault, as it is. */
function bracketed(text: string): string {
  if (!/^1\t/m.test(text)) return text;
  const sentences = parseConllu(text);
  const first = sentences.ok ? sentences.value[0] : undefined;
  return first === undefined ? text : printTree(treeFromDependencies(first));
}
