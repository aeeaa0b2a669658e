import { openShelf } from "../shelf";
import { toggleTheme } from "../theme";
import { leadTo } from "./in-view";
import type { Place } from "./places";

const ofLab = "#/tokenizers";

/** What can be done, as far as the page in view has it; else the way to where it can. */
export function actions(showKeys: () => void): readonly Place[] {
  return [
    action("Run the experiment", "Beside the settings of a lab. Ctrl Enter, or ⌘ Enter", pressOf("Run")),
    action("Share this experiment", "Beside Run: a link, a frame, a file", pressOf("Share")),
    action("Save this experiment", "Beside Run; kept in this browser", pressOf("Save")),
    action("Download numbers as CSV", "Under a figure: Numbers, then Download CSV or Copy CSV", tablesOf()),
    action("Download a figure as SVG or PNG", "Under each figure: an image for a paper or slides", imagesOf()),
    action("Export or import saved experiments", "Saved experiments: one file with all of them", "#/saved"),
    action("Light or dark", "The theme in which the page is drawn", toggleTheme),
    action("Load, add or remove models", "The shelf: embedded ones, any of the hub, files from disk", openShelf),
    action("Keys", "The list of keys, shortcuts of the keyboard", showKeys),
  ];
}

function action(title: string, detail: string, go: Place["go"] | null): Place {
  return { kind: "Action", title, detail, go: go ?? ofLab };
}

/** Presses the button of this name, where the page has it. */
function pressOf(name: string): (() => void) | null {
  const button = [...document.querySelectorAll<HTMLButtonElement>(".run-bar button")].find(
    ({ textContent, disabled }) => textContent === name && !disabled,
  );
  return button ? () => button.click() : null;
}

/** Opens the numbers of the first figure. */
function tablesOf(): (() => void) | null {
  const summary = document.querySelector<HTMLElement>(".lab-results .figure-foot summary");
  return summary && (() => leadToNumbers(summary));
}

function leadToNumbers(summary: HTMLElement): void {
  const details = summary.closest("details");
  if (details) details.open = true;
  leadTo(summary);
}

function imagesOf(): (() => void) | null {
  const button = document.querySelector<HTMLElement>(".lab-results .figure-images button");
  return button && (() => leadTo(button));
}
