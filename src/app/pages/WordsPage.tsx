import { useEffect, useMemo, useState } from "react";
import { glossary, hashOfWord, idOfWord, type Word } from "../../data/glossary";
import { Field } from "../../ui/Field";
import { Terms } from "../../ui/Terms";
import { labEntries } from "../labs";
import { useRoute } from "../route";
import { findPlaces } from "../search/find";

/** Every word of the glossary: what it means, where it comes from, and the labs in which one meets it. */
export default function WordsPage() {
  const route = useRoute();
  const chosen = route.ok && route.value.page === "words" ? route.value.word : undefined;
  return <WordList key={chosen} chosen={chosen} />;
}

/** Begins anew, with all words, when another is gone to. */
function WordList({ chosen }: { chosen: string | undefined }) {
  const [query, setQuery] = useState("");
  const shown = useMemo(() => matching(query), [query]);
  useEffect(() => {
    if (chosen === undefined) return;
    const entry = document.getElementById(`word-${chosen}`);
    entry?.scrollIntoView({ block: "center" });
    entry?.focus({ preventScroll: true });
  }, [chosen]);
  return (
    <main className="page" id="main">
      <header className="lab-head">
        <h1>Words</h1>
        <p className="lab-tagline">
          What the words of this lab mean. Where one is underlined with dots, point at it or press it, and it says the
          same.
        </p>
      </header>
      <Field label="Find" value={query} onChange={setQuery} placeholder="a word, or what it is about" />
      <p className="note" role="status">
        {shown.length} of {glossary.length}
      </p>
      <dl className="words">
        {shown.map((word) => (
          <WordEntry key={word.term} word={word} chosen={idOfWord(word) === chosen} />
        ))}
      </dl>
    </main>
  );
}

function WordEntry({ word, chosen }: { word: Word; chosen: boolean }) {
  const { term, forms, means, source, labs } = word;
  return (
    <div className="word" id={`word-${idOfWord(word)}`} tabIndex={-1} data-chosen={chosen ? "" : undefined}>
      <dt>
        <a href={hashOfWord(word)}>{term}</a>
        {forms.length > 0 ? <span className="word-forms">{forms.join(", ")}</span> : null}
      </dt>
      <dd>
        <Terms except={term}>{means}</Terms>
      </dd>
      <dd className="word-foot">
        {source === "" ? null : <cite>{source}. </cite>}
        {labEntries
          .filter(({ id }) => labs.includes(id))
          .map(({ id, title }, i) => (
            <span key={id}>
              {i === 0 ? "" : ", "}
              <a href={`#/${id}`}>{title}</a>
            </span>
          ))}
      </dd>
    </div>
  );
}

function matching(query: string): readonly Word[] {
  const places = glossary.map((word) => ({
    title: [word.term, ...word.forms].join(", "),
    detail: `${word.means} ${word.source}`,
    word,
  }));
  return findPlaces(places, query).map(({ word }) => word);
}
