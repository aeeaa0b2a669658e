import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { askForAdapter } from "./app/capabilities";
import { embedded } from "./app/embed";
import { startOffline } from "./app/offline";
import { fetchAhead } from "./app/open";
import { currentRoute } from "./app/route";
import { startTheme } from "./app/theme";
import { allowOwnScripts } from "./trusted-types";
import { idle, turn } from "./turns";
import { fetchHanWhenDrawn } from "./ui/han-fonts";
import "./ui/theme.css";
import "./app/app.css";
import "./app/pages.css";

declare global {
  /** Settles when the page's type is here, or a moment has passed; made by `index.html`. */
  var typeReady: Promise<unknown>;
}

allowOwnScripts();
startTheme();
fetchHanWhenDrawn(document.fonts);
document.documentElement.classList.toggle("embedded", embedded);
const root = document.getElementById("root");
// In a task of its own: where the type is here already, the scripts have just been read in this one.
if (root) void typeReady.then(turn).then(() => createRoot(root).render(<App />));
void firstView().then(startRest);

/** What the address opens is fetched while the page is drawn for the first time, in a task of its own. */
async function firstView(): Promise<void> {
  await turn();
  const route = currentRoute();
  if (route.ok) await fetchAhead(route.value);
  await idle();
}

/** What may wait until there is something to see. */
async function startRest(): Promise<void> {
  const { startConsole } = await import("./app/console");
  startConsole();
  await askForAdapter();
  await startOffline();
}
