import { useState } from "react";
import { useStore } from "zustand";
import type { LanguageCode } from "../../codeswitch/language";
import { universalTags } from "../../codeswitch/tags";
import type { Document } from "../../experiments/documents/codeswitching";
import type { Problem } from "../../result";
import { Checkboxes } from "../../ui/Checkboxes";
import { Details } from "../../ui/Details";
import { FileField } from "../../ui/FileField";
import { Select } from "../../ui/Select";
import { Slider } from "../../ui/Slider";
import type { PanelProps } from "../lab";
import { CountControls } from "./CountControls";
import { FurtherLanguages } from "./FurtherLanguages";
import { addOwnDictionary, ownDictionaries } from "./own-dictionaries";
import { PhraseControls } from "./PhraseControls";
import { SideControls } from "./SideControls";

/** Parts of speech that a dictionary's entry can have. */
const offered = universalTags.filter((tag) => !["PUNCT", "SYM", "X"].includes(tag));

/** Of the lexicon: which sentence, how many of its words, of which kinds, from which dictionary. */
export function LexiconControls({ document, edit }: PanelProps<Document>) {
  const own = useStore(ownDictionaries);
  const known = document.dictionary === "lexicon" || own.has(document.dictionary);
  return (
    <>
      <SideControls document={document} edit={edit} />
      <Slider
        label="Replaced"
        value={document.ratio}
        min={0}
        max={100}
        step={5}
        unit="%"
        help="Of the words that have an entry. The embedded lexicon replaces words that make one verb, such as “macht … zu”, together or not at all."
        onChange={(ratio, gesture) => edit({ ratio }, gesture)}
      />
      <FurtherLanguages document={document} edit={edit} />
      <Select
        label="Dictionary"
        value={document.dictionary}
        options={[
          { value: "lexicon", label: "embedded lexicon, inflected" },
          ...[...own].map(([id, { rows }]) => ({
            value: id,
            label: `${id.slice(4)} (${rows.toLocaleString("en")} rows)`,
          })),
          ...(known
            ? []
            : [{ value: document.dictionary, label: `${document.dictionary.slice(4)} (not in this page)` }]),
        ]}
        onChange={(dictionary) => edit({ dictionary })}
      />
      <OwnDictionary language={document.languages[document.matrix]} onAdded={(dictionary) => edit({ dictionary })} />
      <Details
        summary={document.tags.length === 0 ? "Parts of speech: all" : `Parts of speech: ${document.tags.join(", ")}`}
      >
        <Checkboxes
          label="Replace only"
          options={offered.map((tag) => ({ value: tag, label: tag }))}
          chosen={document.tags}
          onChange={(tags) => edit({ tags })}
        />
      </Details>
      <PhraseControls document={document} edit={edit} />
      <CountControls document={document} edit={edit} />
    </>
  );
}

function OwnDictionary({
  language,
  onAdded,
}: {
  readonly language: LanguageCode;
  readonly onAdded: (id: string) => void;
}) {
  const [note, setNote] = useState("One pair a line, such as “dog perro”. Dropped on this field works too.");

  async function take(file: File): Promise<Problem | null> {
    const added = await addOwnDictionary(file, language);
    if (!added.ok) return added.problem;
    const { rows, ragged, raggedLines } = ownDictionaries.getState().get(added.value)!;
    setNote(
      `${rows.toLocaleString("en")} rows read${ragged === 0 ? "." : `; ${ragged} are not two words and were left out, the first in line ${raggedLines[0]}.`}`,
    );
    onAdded(added.value);
    return null;
  }

  return <FileField label="Own dictionary (MUSE)" accept=".txt,.tsv,.dict,text/plain" help={note} take={take} />;
}
