import type { Document as MergingDocument } from "../../experiments/documents/merging";
import type { Document as SteeringDocument } from "../../experiments/documents/steering";
import type { Document, Variant } from "../../experiments/documents/measures";
import { openLink, parseHash } from "../../experiments/link";
import { fail, ok, type Problem, type Result } from "../../result";

/** The variants that a link of the merging or steering lab, or of another scorecard, stands for. */
export async function variantsFromLink(address: string): Promise<Result<readonly Variant[]>> {
  const route = parseHash(address.slice(Math.max(0, address.indexOf("#"))).trim());
  if (!route.ok) return route;
  if (route.value.page !== "lab" || !route.value.link) return fail(noExperiment);
  const opened = await openLink(route.value.lab, route.value.link);
  if (!opened.ok) return opened;
  const { lab, document } = opened.value.experiment;
  if (lab === "merging") {
    return ok([{ kind: "merge", name: "", recipe: (document as MergingDocument).recipe, weights: "f32" }]);
  }
  if (lab === "steering") {
    const steering = document as SteeringDocument;
    const { model, source, target, method, position, layer, strength, span } = steering;
    if (position !== "mean" && position !== "last") return fail(otherPositions);
    const unread = unreadOf(steering);
    if (unread.length > 0) return fail(beyondOneDirection(unread));
    const direction = { source, target, method, position, layer, strength, span };
    return ok([{ kind: "steering", name: "", model, weights: "f32", ...direction }]);
  }
  return lab === "measures" ? ok((document as Document).variants) : fail(noExperiment);
}

const otherPositions = {
  code: "input-invalid",
  what: "The direction of this link is read at positions that the scorecard does not read.",
  remedy: "Let a text become one vector by the mean of its tokens or by its last one, and copy the link again.",
} as const;

/** What the link does beyond adding one direction between two languages at one layer, in the steering lab's words. */
function unreadOf({ task, texts, vectorFile, operation, spread, applying }: SteeringDocument): readonly string[] {
  const { further, from, keepNorm, condition } = applying;
  const all: readonly (readonly [boolean, string])[] = [
    [task !== "direction", "another task than one direction"],
    [texts !== "parallel", "texts other than parallel sentences"],
    [vectorFile !== "", "a vector from a file"],
    [operation !== "add", "an operation other than adding"],
    [spread !== "one", "several layers"],
    [further.length > 0, "further directions"],
    [from > 0, "a first token to steer from"],
    [keepNorm, "a kept length"],
    [condition !== null, "a condition"],
  ];
  return all.flatMap(([holds, name]) => (holds ? [name] : []));
}

function beyondOneDirection(unread: readonly string[]): Problem {
  return {
    code: "input-invalid",
    what: `The scorecard adds one direction between two languages at one layer; this link asks for ${unread.join(", ")}.`,
    remedy: "Take that out in the steering lab, and copy the link again.",
  };
}

const noExperiment = {
  code: "link-invalid",
  what: "This is no link of a merging, steering or scorecard experiment.",
  remedy: "Copy the link from “Share” in one of those labs and paste it whole.",
} as const;
