import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { askForAdapter } from "./app/capabilities";
import { embedded } from "./app/embed";
import { startTheme } from "./app/theme";
import "./ui/theme.css";
import "./app/app.css";

startTheme();
document.documentElement.classList.toggle("embedded", embedded);
const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
requestIdleCallback(() => void askForAdapter());
