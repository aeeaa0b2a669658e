import { useEffect } from "react";
import { type LabEntry, labEntries } from "../labs";
import { LabCover } from "./LabCover";
import { Push } from "./Push";
import { Questions } from "./Questions";
import { Sentence } from "./Sentence";
import { Terms } from "../../ui/Terms";

/** What this is, in one sentence, a result that is computed here, and the labs with three questions each and a figure of an answer. */
export function StartPage() {
  useEffect(() => {
    document.title = "Babelscope";
  }, []);
  return (
    <main className="start" id="main">
      <h1 className="start-sentence">
        A laboratory for multilingual language models that runs wholly in this tab: open a checkpoint, change what it is
        or what it does, and see which of its languages notice.
      </h1>
      <section className="start-live" aria-label="A sentence, its tokens and a push">
        <Sentence />
        <Push />
      </section>
      <ol className="start-labs">
        {labEntries.map((entry) => (
          <StartEntry key={entry.id} entry={entry} />
        ))}
      </ol>
      <p className="start-more">
        <a href="#/lessons">Six lessons</a>, <a href="#/systems">the systems behind the labs</a>,{" "}
        <a href="#/words">the words they use</a>, <a href="#/saved">saved experiments</a>,{" "}
        <a href="#/licences">licences</a>.
      </p>
    </main>
  );
}

function StartEntry({ entry: { id, title, tagline } }: { entry: LabEntry }) {
  return (
    <li className="start-lab">
      <div className="start-text">
        <h2>
          <a href={`#/${id}`}>{title}</a>
        </h2>
        <p className="start-tagline">
          <Terms>{tagline}</Terms>
        </p>
        <Questions id={id} />
      </div>
      <LabCover id={id} />
    </li>
  );
}
