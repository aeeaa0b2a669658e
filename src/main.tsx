import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { askForAdapter } from "./app/capabilities";
import { embedded } from "./app/embed";
import { startOffline } from "./app/offline";
import { startTheme } from "./app/theme";
import { allowOwnScripts } from "./trusted-types";
import "./ui/theme.css";
import "./app/app.css";
import "./app/pages.css";

allowOwnScripts();
startTheme();
document.documentElement.classList.toggle("embedded", embedded);
const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
whenIdle(async () => {
  const { startConsole } = await import("./app/console");
  startConsole();
  await askForAdapter();
  await startOffline();
});

/** After the first view is drawn; Safari has no `requestIdleCallback`. */
function whenIdle(work: () => Promise<void>): void {
  if ("requestIdleCallback" in window) requestIdleCallback(() => void work());
  else setTimeout(() => void work(), 200);
}
