import { type ComponentType, createContext, lazy, use, useState } from "react";
import type { Problem } from "../result";
import { Button } from "./Button";
import { ProblemNote } from "./ProblemNote";

const Again = createContext<() => void>(() => undefined);

/**
 * A part of the page whose code is fetched when it is first drawn, or `ahead` of that, with the code that draws it: what is in view
 * at once. Where it does not arrive, its place says so and fetches again on demand; React's `lazy` alone would keep the failure
 * until the page is reloaded.
 */
export function lazily<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
  { ahead = false } = {},
): ComponentType<Props> {
  const fetch = () => load().catch(() => ({ default: NotHere as ComponentType<Props> }));
  const coming = ahead ? fetch() : undefined;
  let Part = lazy(() => coming ?? fetch());
  return function Lazily(props: Props) {
    const [, setTries] = useState(0);
    function again(): void {
      Part = lazy(fetch);
      setTries((tries) => tries + 1);
    }
    return (
      <Again value={again}>
        <Part {...props} />
      </Again>
    );
  };
}

function NotHere() {
  const again = use(Again);
  return (
    <ProblemNote problem={notFetched}>
      <Button onClick={again}>Try again</Button>
    </ProblemNote>
  );
}

const notFetched: Problem = {
  code: "network-dropped",
  what: "This part of the page could not be fetched.",
  remedy: "Check the connection and try again. Your settings are kept.",
};
