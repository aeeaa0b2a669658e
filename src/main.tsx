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

allowOwnScripts();
startTheme();
fetchHanWhenDrawn(document.fonts);
document.documentElement.classList.toggle("embedded", embedded);
const root = document.getElementById("root");
if (root) void typeReady().then(() => createRoot(root).render(<App />));
void firstView().then(startRest);

/** Once the page's type is here, or a moment has passed: type that changes after the first paint moves what is being read. */
async function typeReady(): Promise<void> {
  const faces = ["1em 'Source Serif 4 Variable'", "1em 'Inter Variable'"].map((face) => document.fonts.load(face));
  await Promise.race([Promise.allSettled(faces), new Promise((resolve) => setTimeout(resolve, 400))]);
  // In a task of its own: where the type is here already, the scripts have just been read in this one.
  await turn();
}

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
