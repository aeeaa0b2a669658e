import type { Problem } from "../result";

/** Where in a recipe something stands: keys and indices from the top, as in its YAML. */
export type RecipePath = readonly (string | number)[];

/** What is wrong with a recipe and where. */
export interface RecipeFault {
  readonly path: RecipePath;
  readonly what: string;
  readonly remedy: string;
}

/** `slices[2].sources[0].layer_range` */
export function pathText(path: RecipePath): string {
  return path.reduce<string>(
    (text, part) => (typeof part === "number" ? `${text}[${part}]` : text === "" ? part : `${text}.${part}`),
    "",
  );
}

/** The fault as a problem, with its path in front where there is one. */
export function recipeProblem(fault: RecipeFault, facts: Problem["facts"] = {}): Problem {
  const place = pathText(fault.path);
  return {
    code: "recipe-invalid",
    what: place === "" ? fault.what : `${place}: ${fault.what}`,
    remedy: fault.remedy,
    facts: { ...(place !== "" && { path: place }), ...facts },
  };
}
