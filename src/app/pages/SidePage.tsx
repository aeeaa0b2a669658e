import { Suspense, useEffect } from "react";
import type { PageName } from "../../experiments/link";
import { pageTitles } from "./titles";
import { lazily } from "../../ui/lazily";

const pages = {
  lessons: lazily(() => import("./LessonsPage")),
  systems: lazily(() => import("./SystemsPage")),
  words: lazily(() => import("./WordsPage")),
  saved: lazily(() => import("./SavedPage")),
  licences: lazily(() => import("./LicencesPage")),
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
