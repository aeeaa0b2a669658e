import { useEffect, useId, useMemo, useState } from "react";
import { Dialog } from "../Dialog";
import { lineOf } from "./extract";
import { searcher } from "./find";
import { allPlaces, type Place } from "./places";

interface SearchDialogProps {
  readonly onClose: () => void;
  readonly onKeys: () => void;
}

/** Most places that are shown: of those that have every word, and of those that have some. */
const [most, mostNear] = [40, 12];

/** All that can be gone to or done: typed for, walked with the arrow keys, opened with Enter. */
export default function SearchDialog({ onClose, onKeys }: SearchDialogProps) {
  const id = useId();
  const [query, setQuery] = useState("");
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const [at, setAt] = useState(0);
  const search = useMemo(() => searcher(places), [places]);
  const found = useMemo(() => search(query, most), [search, query]);
  const shown = found.whole ? found.places : found.places.slice(0, mostNear);

  useEffect(() => {
    allPlaces(onKeys).then(setPlaces, () => undefined);
  }, [onKeys]);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [id, at]);

  function choose({ go }: Place): void {
    onClose();
    // What is done may take the focus, which the sheet gives back first.
    if (typeof go === "string") location.hash = go;
    else setTimeout(go);
  }

  function press(event: React.KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    const chosen = shown[at];
    if (step !== undefined) setAt(Math.max(0, Math.min(shown.length - 1, at + step)));
    else if (event.key === "Enter" && chosen) choose(chosen);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog title="Search" onClose={onClose} wide>
      <input
        className="input"
        type="text"
        role="combobox"
        aria-label="Labs, questions, lessons, words, systems, models, settings, actions"
        aria-expanded={shown.length > 0}
        aria-autocomplete="list"
        aria-controls={id}
        aria-activedescendant={shown.length > 0 ? `${id}-${at}` : undefined}
        aria-describedby={`${id}-told`}
        placeholder="a question, a language, a paper, a word, a setting"
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
      <div>
        <p className="search-told" role="status" id={`${id}-told`}>
          {told(places.length, shown.length, found.whole)}
        </p>
        <div className="search-list" id={id} role="listbox" aria-label="Found">
          {shown.map((place, i) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above has the keys
            <div
              key={`${place.kind} ${place.title} ${place.detail}`}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === at}
              tabIndex={-1}
              onClick={() => choose(place)}
            >
              <span className="search-kind">{place.kind}</span>
              <span className="search-title">{place.title}</span> <Line place={place} query={query} />
            </div>
          ))}
        </div>
      </div>
    </Dialog>
  );
}

/** What is said of a place, with what was typed. */
function Line({ place, query }: { place: Place; query: string }) {
  const line = useMemo(() => lineOf(place, query), [place, query]);
  return (
    <span className="search-line">
      {line.map(({ text, typed }, i) =>
        // oxlint-disable-next-line react/no-array-index-key -- pieces of one line
        typed ? <mark key={i}>{text}</mark> : text,
      )}
    </span>
  );
}

function told(all: number, shown: number, whole: boolean): string {
  if (all === 0) return "Fetching the list.";
  if (whole) return "";
  return shown > 0 ? "Nothing has all of these words; these have some." : "Nothing has any of these words.";
}
