import { hashOfLesson } from "../../experiments/link";
import { lessons } from "../../lessons";
import { Terms } from "../../ui/Terms";

/** The six lessons. */
export default function LessonsPage() {
  return (
    <main className="page" id="main">
      <header className="lab-head">
        <h1>Lessons</h1>
        <p className="lab-tagline">
          Six tours of about ten minutes. Every step is an experiment in one of the labs, a question to answer before
          the result is shown, and the paper behind it.
        </p>
      </header>
      <ol className="lessons">
        {lessons.map(({ id, title, about }) => (
          <li key={id}>
            <h2>
              <a href={hashOfLesson(id, 1, { locked: false, bare: false })}>{title}</a>
            </h2>
            <p>
              <Terms>{about}</Terms>
            </p>
          </li>
        ))}
      </ol>
      <p className="note">
        For a class: open a step, set the settings as your students should find them, and choose “Share this lesson”.
        The link can lock the settings or hide them, and a frame puts the step into your own page.
      </p>
    </main>
  );
}
