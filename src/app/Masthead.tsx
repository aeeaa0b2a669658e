import { useStore } from "zustand";
import type { Route } from "../experiments/link";
import type { LabId } from "../experiments/experiment";
import { Button } from "../ui/Button";
import { labEntries } from "./labs";
import { openShelf, shelf } from "./shelf";
import { toggleTheme, useTheme } from "./theme";

export interface MastheadProps {
  /** The lab or the page in view. */
  readonly current: LabId | Route["page"];
  readonly onKeys: () => void;
  readonly onSearch: () => void;
}

/** The head of every page: name, the labs, lessons, search, models, theme. */
export function Masthead({ current, onKeys, onSearch }: MastheadProps) {
  const theme = useTheme();
  const loaded = useStore(shelf, (state) => state.loaded.size);
  return (
    <header className="masthead">
      <a className="masthead-name" href="#/">
        Babelscope
      </a>
      <nav className="masthead-labs" aria-label="Labs">
        {labEntries.map(({ id, title }) => (
          <a key={id} href={`#/${id}`} aria-current={id === current ? "page" : undefined}>
            {title}
          </a>
        ))}
      </nav>
      <div className="masthead-tools">
        <a
          className="button button-quiet"
          href="#/lessons"
          aria-current={current === "lessons" || current === "lesson" ? "page" : undefined}
        >
          Lessons
        </a>
        <Button kind="quiet" onClick={onSearch} title="Ctrl K, or ⌘ K">
          Search
        </Button>
        <Button kind="quiet" onClick={openShelf}>
          Models{loaded > 0 ? ` (${loaded} loaded)` : ""}
        </Button>
        <Button kind="quiet" onClick={toggleTheme} label={`Draw the page ${theme === "dark" ? "light" : "dark"}`}>
          {theme === "dark" ? "Light" : "Dark"}
        </Button>
        <Button kind="quiet" onClick={onKeys} label="Keys">
          ?
        </Button>
      </div>
    </header>
  );
}
