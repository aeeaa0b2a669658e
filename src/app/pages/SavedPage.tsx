import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { Problem } from "../../result";
import { Button } from "../../ui/Button";
import { download } from "../../ui/csv";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { newIdentity } from "../identity";
import { labEntry } from "../labs";
import { openText } from "../open";
import { Comparison } from "../saved/Comparison";
import { newAmong, readCollection, writeCollection } from "../saved/collection";
import { SavedEntry } from "../saved/SavedEntry";
import { followSaved, keep, type Saved, saved, undoRemove } from "../saved/store";
import { findPlaces } from "../search/find";

/** The experiments that this browser keeps: searched, opened, renamed, compared, exported, imported, deleted and had back. */
export default function SavedPage() {
  const { items, ready, problem, removed } = useStore(saved);
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [trouble, setTrouble] = useState<Problem | null>(null);
  const [brought, setBrought] = useState("");
  useEffect(followSaved, []);
  const shown = useMemo(() => matching(items, query), [items, query]);
  const pair = chosen.flatMap((id) => items.find((item) => item.id === id) ?? []);

  async function bringIn(file: File): Promise<void> {
    const read = await readCollection(await file.text(), file.name, new Date().toISOString(), newIdentity);
    setTrouble(read.ok ? read.value.problem : read.problem);
    if (!read.ok) return setBrought("");
    const added = newAmong(read.value.items, items);
    const known = read.value.items.length - added.length;
    if (await keep(added)) setBrought(`${added.length} brought in${known > 0 ? `, ${known} already here` : ""}. `);
  }

  async function open(item: Saved): Promise<void> {
    const opened = await openText(item.text);
    if (opened.ok) location.hash = `#/${opened.value}`;
    else setTrouble(opened.problem);
  }

  /** What was brought in is said until something else is done. */
  function letGo(): void {
    setBrought("");
  }

  const both = trouble ?? problem;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- it only hears what is done within
    <main className="page" id="main" onClick={letGo} onChange={letGo}>
      <header className="lab-head">
        <h1>Saved experiments</h1>
        <p className="lab-tagline">In this browser only. Export them to keep them elsewhere, or to give them away.</p>
      </header>
      {both ? <ProblemNote problem={both} /> : null}
      <div className="page-tools">
        <Field label="Find" value={query} onChange={setQuery} placeholder="a name, a lab, a finding" />
        <div className="row">
          <Button
            disabled={items.length === 0}
            onClick={() => download("babelscope-saved.json", writeCollection(shown), "application/json")}
          >
            Export {query.trim() === "" ? "all" : "these"}
          </Button>
          <label className="button button-plain file-button">
            Import
            <input
              type="file"
              accept=".json,application/json"
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                if (file) void bringIn(file);
                event.currentTarget.value = "";
              }}
            />
          </label>
          {removed.length > 0 ? (
            <Button kind="quiet" onClick={() => void undoRemove()}>
              Undo delete
            </Button>
          ) : null}
        </div>
      </div>
      {pair.length === 2 ? <Comparison a={pair[0]!} b={pair[1]!} /> : null}
      <p className="note" role="status">
        {brought}
        {!ready
          ? ""
          : items.length === 0
            ? "Nothing is saved yet. Choose Save beside Run in any lab."
            : told(shown.length, pair.length)}
      </p>
      <ul className="saved">
        {shown.map((item) => (
          <SavedEntry
            key={item.id}
            item={item}
            chosen={chosen.includes(item.id)}
            onChoose={(on) =>
              setChosen((ids) => [...ids.filter((id) => id !== item.id), ...(on ? [item.id] : [])].slice(-2))
            }
            onOpen={() => void open(item)}
          />
        ))}
      </ul>
    </main>
  );
}

function told(shown: number, chosen: number): string {
  const compare = chosen === 0 ? " Choose two to compare them." : chosen === 1 ? " Choose another to compare." : "";
  return `${shown} ${shown === 1 ? "experiment" : "experiments"}.${shown > 1 ? compare : ""}`;
}

function matching(items: readonly Saved[], query: string): readonly Saved[] {
  if (query.trim() === "") return items;
  const places = items.map((item) => ({
    title: item.name,
    detail: `${labEntry(item.lab).title} ${item.headline}`,
    item,
  }));
  return findPlaces(places, query).map(({ item }) => item);
}
