import { safeParse } from "valibot";
import { type Babelscope, type ConsoleExperiment, type ConsoleRunOptions, installConsole } from "../engine/console";
import { documentModule } from "../experiments/documents";
import { type Experiment, labIds } from "../experiments/experiment";
import { hashOf, invalid, linkFits, parseHash } from "../experiments/link";
import { tooLargeForLink } from "../experiments/share";
import { fail, LabError, ok, type Result, unwrap } from "../result";
import { pageAddress } from "./embed";
import { guardedEngine, pageEngine } from "./engine";
import { type AnyDocument, loadLab } from "./labs";

declare global {
  interface Window {
    /** The lab without its panels. There once the page is idle. */
    babelscope?: Babelscope;
  }
}

/** Puts `window.babelscope` on the page. */
export function startConsole(): void {
  installConsole(window, { engine: pageEngine, link, open, run });
}

async function link(given: ConsoleExperiment): Promise<string> {
  const experiment = unwrap(await completed(given));
  const { defaults } = await documentModule(experiment.lab);
  const hash = hashOf(experiment, defaults);
  if (!linkFits(hash, experiment.lab)) throw new LabError(tooLargeForLink);
  return `${pageAddress()}${hash}`;
}

function open(address: string): Promise<void> {
  const hash = address.slice(Math.max(0, address.indexOf("#")));
  unwrap(parseHash(hash));
  location.hash = hash;
  return Promise.resolve();
}

async function run(given: ConsoleExperiment, options: ConsoleRunOptions = {}): Promise<unknown> {
  const { lab: id, document } = unwrap(await completed(given));
  const lab = await loadLab(id);
  const { signal = new AbortController().signal, onProgress = () => undefined } = options;
  const engine = guardedEngine(await pageEngine(), { onModel: () => undefined, onProgress: () => undefined });
  let last: unknown;
  for await (const result of lab.run(document as AnyDocument, { engine, signal, onProgress })) last = result;
  return last;
}

/** An experiment whose document may leave out what is as in the defaults, checked by its lab's schema. */
async function completed({ lab, document }: ConsoleExperiment): Promise<Result<Experiment>> {
  const id = labIds.find((known) => known === lab);
  if (!id) return fail(invalid(`There is no lab called “${lab}”; there are ${labIds.join(", ")}.`));
  if (typeof document !== "object" || document === null) return fail(invalid("Its document is not an object."));
  const { schema, defaults } = await documentModule(id);
  const parsed = safeParse(schema, { ...(defaults as AnyDocument), ...document });
  if (parsed.success) return ok({ lab: id, document: parsed.output });
  const [issue] = parsed.issues;
  return fail(invalid(`${issue.path?.map(({ key }) => String(key)).join(".") ?? "document"}: ${issue.message}.`));
}
