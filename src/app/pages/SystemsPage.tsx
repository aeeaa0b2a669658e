import { useMemo, useState } from "react";
import { type Done, groupOf, hashOfSystem, type System, systemGroups, systems } from "../../data/systems";
import { Field } from "../../ui/Field";
import { Segmented } from "../../ui/Segmented";
import { findPlaces } from "../search/find";

const doneWords: Readonly<Record<Done, string>> = { yes: "in the lab", part: "in part", no: "not done" };

/** Every system of the catalogue: its paper, what the lab does of it, what it leaves out, and the way to it. */
export default function SystemsPage() {
  const [query, setQuery] = useState("");
  const [wanted, setWanted] = useState<Done | "all">("all");
  const shown = useMemo(() => matching(query, wanted), [query, wanted]);
  const counts = (done: Done): number => systems.filter((system) => system.done === done).length;
  return (
    <main className="page" id="main">
      <header className="lab-head">
        <h1>Systems</h1>
        <p className="lab-tagline">
          {systems.length} published systems that this lab set out to show: {counts("yes")} have their central move in a
          lab, {counts("part")} are there in part, {counts("no")} are not done.
        </p>
      </header>
      <div className="page-tools">
        <Field label="Find" value={query} onChange={setQuery} placeholder="a name, a paper, a word" />
        <Segmented
          label="Show"
          value={wanted}
          options={[
            { value: "all", label: "all" },
            { value: "yes", label: doneWords.yes },
            { value: "part", label: doneWords.part },
            { value: "no", label: doneWords.no },
          ]}
          onChange={setWanted}
        />
      </div>
      <p className="note" role="status">
        {shown.length} of {systems.length}
      </p>
      {Object.entries(systemGroups).map(([group, title]) => {
        const inGroup = shown.filter((system) => groupOf(system) === group);
        return inGroup.length === 0 ? null : (
          <section key={group} aria-label={title}>
            <h2>{title}</h2>
            <ul className="systems">
              {inGroup.map((system) => (
                <SystemEntry key={system.id} system={system} />
              ))}
            </ul>
          </section>
        );
      })}
    </main>
  );
}

function SystemEntry({ system }: { system: System }) {
  const hash = hashOfSystem(system);
  return (
    <li className="system" data-done={system.done}>
      <p className="system-name">
        <span className="system-id numeric">{system.id}</span>{" "}
        {hash === null ? system.name : <a href={hash}>{system.name}</a>}
        <span className="system-done">{doneWords[system.done]}</span>
      </p>
      <cite className="system-paper">{system.paper}</cite>
      <p className="system-does">
        {system.does}{" "}
        {system.leaves === "" ? "" : `${system.done === "no" ? "Missing" : "Left out"}: ${lowerFirst(system.leaves)}`}
      </p>
    </li>
  );
}

function lowerFirst(text: string): string {
  return /^[A-Z](?:[a-z]| )/.test(text) &&
    !/^(IBM|MTEB|Hydra|Wikipedia|Procrustes|TIES|FOCUS|UNK|Arrow|Markov)/.test(text)
    ? `${text[0]!.toLowerCase()}${text.slice(1)}`
    : text;
}

function matching(query: string, wanted: Done | "all"): readonly System[] {
  const places = systems
    .filter(({ done }) => wanted === "all" || done === wanted)
    .map((system) => ({ title: system.name, detail: `${system.id} ${system.paper} ${system.does}`, system }));
  return findPlaces(places, query).map(({ system }) => system);
}
