import { useStore } from "zustand";
import type { LabId } from "../experiments/experiment";
import { Button } from "../ui/Button";
import { labEntries } from "./labs";
import { openShelf, shelf } from "./shelf";
import { toggleTheme, useTheme } from "./theme";

/** The head of every page: name, the labs, models, theme. */
export function Masthead({ current, onKeys }: { current: LabId | null; onKeys: () => void }) {
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
