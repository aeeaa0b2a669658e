import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { hashOfLesson, linkFits, parseHash, type Route } from "../experiments/link";
import type { LessonStep } from "../lessons/lesson";

/** The place in the tab's history where the page is. */
const location = { hash: "", search: "", origin: "http://page.test", pathname: "/" };
const history = {
  state: null as unknown,
  replaceState(state: unknown, _unused: string, hash: string) {
    this.state = state;
    location.hash = hash;
  },
};
vi.stubGlobal("location", location);
vi.stubGlobal("history", history);
const { followDocument, isAsBegun, openRoute, openStep } = await import("./open");
const { labSession } = await import("./session");
vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 404 })));

const session = await labSession("measures");
/** 196,000 characters: a link of them is short, and unfolds to more than half a million bytes. */
const large = "नमस्ते ".repeat(28_000);
const text = () => session.documents.getState().document["memorised"];

function go(hash: string, state: unknown = null): void {
  location.hash = hash;
  history.state = state;
}

function routeOf<Page extends Route["page"]>(page: Page): Extract<Route, { page: Page }> {
  const read = parseHash(location.hash);
  if (!read.ok || read.value.page !== page) throw new Error(`${location.hash} does not lead to a ${page}`);
  return read.value as Extract<Route, { page: Page }>;
}

const openLab = (current = () => true) => openRoute(routeOf("lab"), current);
const followLab = (begins: boolean) => followDocument(session, begins, (settings) => `#/measures?${settings}`);

beforeEach(() => {
  vi.useFakeTimers();
  session.documents.getState().replace(session.defaults);
});
afterEach(() => vi.useRealTimers());
afterAll(() => vi.unstubAllGlobals());
describe("an experiment that is too large for a link", () => {
  test("is kept with its place in the tab's history, and opens there again", async () => {
    session.documents.getState().edit({ memorised: large });
    followLab(false)();
    expect(location.hash).toMatch(/^#\/measures\?draft=[0-9a-f]{8}$/);
    session.documents.getState().replace(session.defaults);
    await openLab();
    expect(text()).toBe(large);
  });

  test("has another address than the lab and than another draft, so that neither is written over it", () => {
    session.documents.getState().edit({ memorised: large });
    followLab(false)();
    const before = location.hash;
    go("#/measures");
    followLab(false)();
    expect(new Set([before, location.hash, "#/measures"]).size).toBe(3);
  });

  test("gives way to a link once it is small enough", () => {
    session.documents.getState().edit({ memorised: large });
    const unfollow = followLab(false);
    session.documents.getState().edit({ memorised: "नमस्ते" });
    vi.advanceTimersByTime(300);
    unfollow();
    expect(location.hash).toMatch(/^#\/measures\?v=2&z=/);
    expect(history.state).toBeNull();
  });
});

test("the lab stays as it is where the address says nothing, and where it was left before it was read", async () => {
  session.documents.getState().edit({ memorised: "mine" });
  const unfollow = followLab(false);
  unfollow();
  const link = location.hash;
  session.documents.getState().edit({ memorised: "another" });
  go("#/measures");
  await openLab();
  expect(text()).toBe("another");
  go(link);
  await openLab(() => false);
  expect(text()).toBe("another");
  await openLab();
  expect(text()).toBe("mine");
});

describe("a step of a lesson", () => {
  const step = { lab: "measures", preset: session.lab.presets[0]!.id } as LessonStep;
  const openIt = (current = () => true) => openStep(step, routeOf("lesson").link, current);
  const follow = () => {
    const { lesson, step: at, limits } = routeOf("lesson");
    return followDocument(session, isAsBegun(session, step), (settings) => hashOfLesson(lesson, at, limits, settings));
  };

  test.each([
    ["in its address", "changed", /^#\/lessons\/a-lesson\/2\?bare=1&v=2&z=/],
    ["as a draft", large, /^#\/lessons\/a-lesson\/2\?bare=1&draft=/],
  ])("keeps what was changed %s, and opens with it", async (_where, memorised, address) => {
    go("#/lessons/a-lesson/2?bare=1");
    await openIt();
    const unfollow = follow();
    expect(location.hash).toBe("#/lessons/a-lesson/2?bare=1");
    session.documents.getState().edit({ memorised });
    vi.advanceTimersByTime(300);
    unfollow();
    expect(location.hash).toMatch(address);
    expect(linkFits(location.hash, "measures")).toBe(true);
    session.documents.getState().replace(session.defaults);
    await openIt();
    expect(text()).toBe(memorised);
  });

  test("leaves the lab alone once another place is in view", async () => {
    session.documents.getState().edit({ memorised: "mine" });
    go("#/lessons/a-lesson/2");
    await openIt(() => false);
    expect(text()).toBe("mine");
  });
});
