import { startTransition, useCallback, useEffect, useState } from "react";
import type { Route } from "../experiments/link";
import { type Problem, problemOf } from "../result";
import { Button } from "../ui/Button";
import { ProblemNote } from "../ui/ProblemNote";
import { LabFrame } from "./LabFrame";
import { labEntry } from "./labs";
import { followDocument, openRoute } from "./open";
import { type LabSession, presetOf } from "./session";

type Page =
  | { readonly status: "opening" }
  | { readonly status: "open"; readonly session: LabSession }
  | { readonly status: "failed"; readonly problem: Problem };

/** A lab as the address says: fetches its code, opens its link, preset or first experiment. */
export function LabPage({ route, onKeys }: { route: Extract<Route, { page: "lab" }>; onKeys: () => void }) {
  const [page, setPage] = useState<Page>({ status: "opening" });
  const { title, tagline } = labEntry(route.lab);

  const open = useCallback((): (() => void) => {
    let current = true;
    let unfollow: (() => void) | undefined;
    async function arrive(): Promise<void> {
      try {
        const session = await openRoute(route, () => current);
        if (!current) return;
        const begins = presetOf(session, session.documents.getState().document) !== undefined;
        unfollow = followDocument(session, begins, (settings) => `#/${route.lab}?${settings}`);
        startTransition(() => setPage({ status: "open", session }));
      } catch (thrown) {
        if (current) setPage({ status: "failed", problem: notHere(problemOf(thrown)) });
      }
    }
    void arrive();
    return () => {
      current = false;
      unfollow?.();
    };
  }, [route]);
  useEffect(open, [open]);
  useEffect(() => {
    document.title = `${title} · Babelscope`;
  }, [title]);

  if (page.status === "open" && page.session.lab.id === route.lab) {
    return <LabFrame key={route.lab} session={page.session} onKeys={onKeys} />;
  }
  return (
    <main className="lab" id="main" aria-busy={page.status === "opening"}>
      <header className="lab-head">
        <h1>{title}</h1>
        <p className="lab-tagline">{tagline}</p>
      </header>
      {page.status === "failed" ? (
        <ProblemNote problem={page.problem}>
          <Button onClick={open}>Try again</Button>
        </ProblemNote>
      ) : null}
    </main>
  );
}

function notHere(problem: Problem): Problem {
  return {
    code: "network-dropped",
    what: `This lab could not be opened. ${problem.what}`,
    remedy: "Check the connection and try again, or reload the page.",
  };
}
