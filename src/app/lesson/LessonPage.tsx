import { startTransition, useCallback, useEffect, useState } from "react";
import type { Route } from "../../experiments/link";
import { hashOfLesson } from "../../experiments/link";
import { lessons } from "../../lessons";
import type { Lesson } from "../../lessons/lesson";
import { type Problem, problemOf } from "../../result";
import { Button } from "../../ui/Button";
import { ProblemNote } from "../../ui/ProblemNote";
import { LabFrame } from "../LabFrame";
import { followDocument, isAsBegun, openStep } from "../open";
import type { LabSession } from "../session";
import { LessonPanel } from "./LessonPanel";
import { keepPrediction, predictionOf } from "./predictions";

type LessonRoute = Extract<Route, { page: "lesson" }>;
type Page =
  | { readonly status: "opening" }
  | { readonly status: "open"; readonly lesson: Lesson; readonly session: LabSession; readonly at: LessonRoute }
  | { readonly status: "failed"; readonly problem: Problem };

/** A step of a lesson: its lab at the step's start, its results kept back until a prediction is made. */
export default function LessonPage({ route, onKeys }: { route: LessonRoute; onKeys: () => void }) {
  const [page, setPage] = useState<Page>({ status: "opening" });
  const entry = lessons.find(({ id }) => id === route.lesson);

  const open = useCallback((): (() => void) => {
    let current = true;
    let unfollow: (() => void) | undefined;
    async function arrive(): Promise<void> {
      try {
        if (!entry) return;
        const { lesson } = await entry.load();
        const step = lesson.steps[route.step - 1];
        if (!step) throw new Error(`This lesson has ${lesson.steps.length} steps.`);
        const session = await openStep(step, route.link, () => current);
        if (!current) return;
        unfollow = followDocument(session, isAsBegun(session, step), (settings) =>
          hashOfLesson(route.lesson, route.step, route.limits, settings),
        );
        startTransition(() => setPage({ status: "open", lesson, session, at: route }));
      } catch (thrown) {
        if (current) setPage({ status: "failed", problem: problemOf(thrown) });
      }
    }
    void arrive();
    return () => {
      current = false;
      unfollow?.();
    };
  }, [route, entry]);
  useEffect(open, [open]);
  useEffect(() => {
    document.title = `${entry?.title ?? "Lessons"} · Babelscope`;
  }, [entry]);

  const problem = entry ? (page.status === "failed" ? page.problem : null) : unknownLesson;
  if (problem) {
    return (
      <main className="page" id="main">
        <h1>Lessons</h1>
        <ProblemNote problem={problem}>
          <Button onClick={() => (location.hash = "#/lessons")}>All lessons</Button>
        </ProblemNote>
      </main>
    );
  }
  if (page.status !== "open") return <main className="lab" id="main" aria-busy />;
  return <OpenStep key={`${page.at.lesson}/${page.at.step}`} page={page} title={entry!.title} onKeys={onKeys} />;
}

function OpenStep({
  page: { lesson, session, at },
  title,
  onKeys,
}: {
  page: Extract<Page, { status: "open" }>;
  title: string;
  onKeys: () => void;
}) {
  const [prediction, setPrediction] = useState(() => predictionOf(lesson.id, at.step));
  function predict(choice: number): void {
    keepPrediction(lesson.id, at.step, choice);
    setPrediction(choice);
  }
  function go(step: number): void {
    location.hash = hashOfLesson(lesson.id, step, at.limits);
  }
  return (
    <LabFrame
      session={session}
      onKeys={onKeys}
      lesson={{
        limits: at.limits,
        waiting: prediction === null,
        panel: (
          <LessonPanel
            lesson={lesson}
            title={title}
            step={at.step}
            session={session}
            limits={at.limits}
            next={lessons[lessons.findIndex(({ id }) => id === lesson.id) + 1]}
            prediction={prediction}
            onPredict={predict}
            onGo={go}
          />
        ),
      }}
    />
  );
}

const unknownLesson: Problem = {
  code: "link-invalid",
  what: "There is no lesson of this name.",
  remedy: "Choose one of the lessons of this page.",
};
