import { Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { Route } from "../experiments/link";
import { ShelfContext } from "../labs/ModelSelect";
import type { Problem } from "../result";
import { Button } from "../ui/Button";
import { ProblemNote } from "../ui/ProblemNote";
import { lazily } from "../ui/lazily";
import { ConfirmDialog } from "./ConfirmDialog";
import { useDroppedFiles } from "./drop";
import { embedded } from "./embed";
import { onEngineNotice, panelEngine } from "./engine";
import { ErrorBoundary } from "./ErrorBoundary";
import { KeysDialog } from "./KeysDialog";
import { LabPage } from "./LabPage";
import { Masthead } from "./Masthead";
import { openFile } from "./open";
import { SidePage } from "./pages/SidePage";
import { useRoute } from "./route";
import { openShelf, shelf } from "./shelf";
import { addFiles } from "./shelf-actions";
import { ShelfDialog } from "./ShelfDialog";
import { useSearchKey } from "./shortcuts";
import { StartPage } from "./start/StartPage";
import { UpdateNotice } from "./UpdateNotice";

const LessonPage = lazily(() => import("./lesson/LessonPage"));
const SearchDialog = lazily(() => import("./search/SearchDialog"));

/** The page: masthead, the lab or start page that the address names, and the sheets over it. */
export function App() {
  const route = useRoute();
  const [keys, setKeys] = useState(false);
  const [searching, setSearching] = useState(false);
  const [trouble, setTrouble] = useState<{ readonly problem: Problem; readonly at: typeof route } | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const items = useStore(shelf, (state) => state.items);
  const shelfForLabs = useMemo(() => ({ models: items, open: openShelf, engine: panelEngine }), [items]);
  const showKeys = useCallback(() => setKeys(true), []);
  const search = useCallback(() => setSearching(true), []);
  useSearchKey(search);

  useEffect(() => onEngineNotice((notice) => setSaid(notice.what)), []);

  const take = useCallback(
    async (files: readonly File[]) => {
      const [first] = files;
      if (files.length !== 1 || !first?.name.endsWith(".json") || first.name === "config.json") {
        openShelf();
        await addFiles(files);
        return;
      }
      const opened = await openFile(first);
      if (opened.ok) location.hash = `#/${opened.value}`;
      else setTrouble({ problem: opened.problem, at: route });
    },
    [route],
  );
  const held = useDroppedFiles(take);

  const page = route.ok ? route.value : { page: "start" as const };
  const problem = route.ok ? (trouble?.at === route ? trouble.problem : null) : route.problem;
  return (
    <ShelfContext value={shelfForLabs}>
      {embedded ? null : (
        <>
          <a className="skip" href="#main" onClick={skipToMain}>
            Skip to the lab
          </a>
          <Masthead current={page.page === "lab" ? page.lab : page.page} onKeys={showKeys} onSearch={search} />
        </>
      )}
      {searching ? (
        <Suspense>
          <SearchDialog onClose={() => setSearching(false)} onKeys={showKeys} />
        </Suspense>
      ) : null}
      {problem ? (
        <div className="page-problem">
          <ProblemNote problem={problem}>
            {route.ok ? <Button onClick={() => setTrouble(null)}>Dismiss</Button> : null}
          </ProblemNote>
        </div>
      ) : null}
      <ErrorBoundary what="this page" resetKey={route}>
        <CurrentPage page={page} onKeys={showKeys} />
      </ErrorBoundary>
      {said ? (
        <div className="page-notice" role="status">
          <p>{said}</p>
          <Button kind="quiet" onClick={() => setSaid(null)}>
            Dismiss
          </Button>
        </div>
      ) : null}
      <UpdateNotice />
      {held ? <div className="drop-note">Drop an experiment’s JSON file, or the files of a checkpoint.</div> : null}
      {keys ? <KeysDialog onClose={() => setKeys(false)} /> : null}
      <ShelfDialog />
      <ConfirmDialog />
    </ShelfContext>
  );
}

function CurrentPage({ page, onKeys }: { page: Route; onKeys: () => void }) {
  if (page.page === "start") return <StartPage />;
  if (page.page === "lab") return <LabPage route={page} onKeys={onKeys} />;
  if (page.page !== "lesson") return <SidePage page={page.page} />;
  return (
    <Suspense fallback={<main className="lab" id="main" aria-busy />}>
      <LessonPage route={page} onKeys={onKeys} />
    </Suspense>
  );
}

/** Moves the focus without touching the address, which holds the experiment. */
function skipToMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  const main = document.getElementById("main");
  main?.setAttribute("tabindex", "-1");
  main?.focus();
}
