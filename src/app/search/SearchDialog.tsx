import { useEffect, useId, useMemo, useState } from "react";
import { Dialog } from "../Dialog";
import { openShelf } from "../shelf";
import { findPlaces, type Place } from "./find";
import { allPlaces } from "./places";

/** Labs, questions, lessons, systems, models: typed for, walked with the arrow keys, opened with Enter. */
export default function SearchDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const [query, setQuery] = useState("");
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const [at, setAt] = useState(0);
  const found = useMemo(() => findPlaces(places, query), [places, query]);

  useEffect(() => {
    allPlaces().then(setPlaces, () => undefined);
  }, []);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [id, at]);

  function go({ hash }: Place): void {
    onClose();
    if (hash === null) openShelf();
    else location.hash = hash;
  }

  function press(event: React.KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    const chosen = found[at];
    if (step !== undefined) setAt(Math.max(0, Math.min(found.length - 1, at + step)));
    else if (event.key === "Enter" && chosen) go(chosen);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog title="Search" onClose={onClose} wide>
      <input
        className="input"
        type="text"
        role="combobox"
        aria-label="Labs, questions, lessons, systems, models"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        data-first
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div className="search-list" id={id} role="listbox" aria-label="Found">
        {found.map((place, i) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above has the keys
          <div
            key={`${place.kind} ${place.title} ${place.hash}`}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            tabIndex={-1}
            onClick={() => go(place)}
          >
            <span className="search-kind">{place.kind}</span>
            <span>{place.title}</span>
          </div>
        ))}
      </div>
      <p className="note" role="status">
        {places.length === 0 ? "Fetching the list." : found.length === 0 ? "Nothing has all of these words." : ""}
      </p>
    </Dialog>
  );
}
