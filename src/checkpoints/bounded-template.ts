import { Environment, Interpreter, parse, tokenize } from "@huggingface/jinja";

type Evaluate = Interpreter["evaluate"];

/** A template is a page or two, and does a few thousand steps on a long conversation. */
const longestSource = 200_000;
const mostSteps = 80_000;
const mostCharacters = 8_000_000;
const longestRange = 100_000;
/** Filters that pad or indent write as many signs as they are told. */
const largestNumber = 1_000_000;

/**
 * A chat template is text from strangers. This renders it as the library does, and stops one that runs on, writes without end, or asks
 * for a giant list; values are the library's own, which do not reach into JavaScript's objects. Throws an Error that says which.
 */
export function renderBounded(source: string, items: Readonly<Record<string, unknown>>): string {
  if (source.length > longestSource) throw new Error(`the template has ${source.length} characters`);
  const environment = new Environment();
  for (const [name, value] of Object.entries({ ...globals, ...items })) environment.set(name, value);
  const program = parse(tokenize(source, { lstrip_blocks: true, trim_blocks: true }));
  const { value } = new BoundedInterpreter(environment).run(program);
  if (typeof value !== "string") throw new Error("the template gives no text");
  return value;
}

class BoundedInterpreter extends Interpreter {
  #steps = 0;
  #characters = 0;

  override evaluate(...given: Parameters<Evaluate>): ReturnType<Evaluate> {
    this.#steps += 1;
    if (this.#steps > mostSteps) throw new Error("the template does not come to an end");
    const evaluated = super.evaluate(...given);
    const { value } = evaluated;
    if (typeof value === "number" && value > largestNumber) throw new Error(`the template reckons with ${value}`);
    if (typeof value === "string" || Array.isArray(value)) this.#characters += value.length;
    if (this.#characters > mostCharacters) throw new Error("the template writes more than any conversation");
    return evaluated;
  }
}

/** What the library gives every template. */
const globals: Readonly<Record<string, unknown>> = {
  false: false,
  true: true,
  none: null,
  False: false,
  True: true,
  None: null,
  raise_exception(message: unknown) {
    throw new Error(String(message));
  },
  range,
  strftime_now,
};

function range(first: number, second?: number, step = 1): readonly number[] {
  const [start, stop] = second === undefined ? [0, first] : [first, second];
  const length = Math.max(0, Math.ceil((stop - start) / step));
  if (!(length <= longestRange)) throw new Error("the template asks for a giant list");
  return Array.from({ length }, (_, i) => start + i * step);
}

/** The day for templates that name it (Llama 3): the common fields of `strftime`. */
function strftime_now(format: string): string {
  const now = new Date();
  const named = (options: Intl.DateTimeFormatOptions): string => now.toLocaleDateString("en", options);
  const two = (value: number): string => String(value).padStart(2, "0");
  const fields: Readonly<Record<string, string>> = {
    "%d": two(now.getDate()),
    "%m": two(now.getMonth() + 1),
    "%Y": String(now.getFullYear()),
    "%y": two(now.getFullYear() % 100),
    "%b": named({ month: "short" }),
    "%B": named({ month: "long" }),
    "%a": named({ weekday: "short" }),
    "%A": named({ weekday: "long" }),
    "%H": two(now.getHours()),
    "%M": two(now.getMinutes()),
    "%S": two(now.getSeconds()),
  };
  return format.replace(/%[a-zA-Z]/g, (field) => fields[field] ?? field);
}
