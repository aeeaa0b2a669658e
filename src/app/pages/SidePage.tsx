import { lazy, Suspense, useEffect } from "react";
import type { PageName } from "../../experiments/link";
import { pageTitles } from "./titles";

const pages = {
  lessons: lazy(() => import("./LessonsPage")),
  systems: lazy(() => import("./SystemsPage")),
  saved: lazy(() => import("./SavedPage")),
  licences: lazy(() => import("./LicencesPage")),
};

/** A page beside the labs, fetched when it is first opened. */
export function SidePage({ page }: { page: PageName }) {
  const Page = pages[page];
  useEffect(() => {
    document.title = `${pageTitles[page]} · Babelscope`;
  }, [page]);
  return (
    <Suspense fallback={<main className="page" id="main" aria-busy />}>
      <Page />
    </Suspense>
  );
}
