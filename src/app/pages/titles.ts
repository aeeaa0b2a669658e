import type { PageName } from "../../experiments/link";

export const pageTitles: Readonly<Record<PageName, string>> = {
  lessons: "Lessons",
  systems: "Systems",
  words: "Words",
  saved: "Saved experiments",
  licences: "Licences",
};
