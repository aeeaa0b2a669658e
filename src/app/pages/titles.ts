import type { PageName } from "../../experiments/link";

export const pageTitles: Readonly<Record<PageName, string>> = {
  lessons: "Lessons",
  systems: "Systems",
  saved: "Saved experiments",
  licences: "Licences",
};
