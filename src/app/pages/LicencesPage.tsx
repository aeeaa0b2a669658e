import { licences } from "virtual:licences";
import { embeddedCheckpoints } from "../../checkpoints/embedded";
import { Details } from "../../ui/Details";

/** What this page is made of, and under which terms: written when it is built, from the packages that went in. */
export default function LicencesPage() {
  return (
    <main className="page" id="main">
      <header className="lab-head">
        <h1>Licences</h1>
        <p className="lab-tagline">
          Babelscope’s code and the texts written for it are under the Apache License 2.0; the embedded checkpoints (
          {embeddedCheckpoints.map(({ id }) => id).join(", ")}) under {embeddedCheckpoints[0]?.licence}. It is built
          with {licences.length} packages of others.
        </p>
      </header>
      <ul className="licences">
        {licences.map(({ name, version, licence, text }) => (
          <li key={name}>
            <p>
              <strong>{name}</strong> <span className="numeric">{version}</span>, {licence}
            </p>
            {text === "" ? null : (
              <Details summary="Text">
                <pre>{text}</pre>
              </Details>
            )}
          </li>
        ))}
      </ul>
    </main>
  );
}
