import { useStore } from "zustand";
import type { PageName, Route } from "../experiments/link";
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

/** Pages beside the labs that are gone to from everywhere. */
const pages: readonly { readonly page: PageName; readonly title: string; readonly within?: Route["page"] }[] = [
  { page: "lessons", title: "Lessons", within: "lesson" },
  { page: "systems", title: "Systems" },
  { page: "saved", title: "Saved" },
];

/** The head of every page: name, the labs, the pages beside them, search, models, theme. */
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
          <a key={id} href={`#/${id}`} data-title={title} aria-current={id === current ? "page" : undefined}>
            {title}
          </a>
        ))}
      </nav>
      <div className="masthead-tools">
        {pages.map(({ page, title, within }) => (
          <a
            key={page}
            className="button button-quiet"
            href={`#/${page}`}
            aria-current={current === page || current === within ? "page" : undefined}
          >
            {title}
          </a>
        ))}
        <Button kind="quiet" onClick={onSearch} title="Ctrl K, or ⌘ K">
          Search
        </Button>
        <Button kind="quiet" onClick={openShelf}>
          Models <span className="masthead-count numeric">{loaded > 0 ? <Loaded count={loaded} /> : null}</span>
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

function Loaded({ count }: { count: number }) {
  return (
    <>
      {count}
      <span className="hidden-text"> loaded</span>
    </>
  );
}
