import { LabError, type Problem, problemOf } from "../result";
import type { Notice } from "./engine";
import { cancelled } from "./failures";
import type { CallName, Calls, EngineSettings, HostConnection, Reply, Request } from "./protocol";

interface Pending {
  readonly resolve: (value: never) => void;
  readonly reject: (problem: Problem) => void;
  /** The host is of no more use: the call may begin again with another. */
  readonly giveUp: (problem: Problem) => void;
  readonly onEvent: (event: never) => void;
}

export interface CallOptions<Name extends CallName> {
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: Calls[Name]["event"]) => void) | undefined;
}

export interface LinkListeners {
  /** A host was given up; the next call opens another, which knows no model yet. */
  readonly onReplaced: (why: Problem) => void;
  readonly onNotice: (notice: Notice) => void;
}

/** How long a stopped generation may take to hand over what it has, in milliseconds. */
const partialResultWithin = 3000;
/** A host that has not ended a stopped call after so many milliseconds hangs, as on a hostile tokenizer, and is replaced. */
const hangsAfter = 30_000;
/** A call is begun at most so often: a graphics device that is lost twice is not tried a third time. */
const attempts = 3;

class HostGone extends Error {
  constructor(readonly problem: Problem) {
    super(problem.what);
  }
}

/**
 * Requests and replies. The host opens with the first call. When it crashes, or loses its graphics device, it is replaced
 * and the calls that were under way begin again: they all are functions of what they are given.
 */
export class HostLink {
  #connection: HostConnection | undefined;
  #nextId = 1;
  #closed = false;
  readonly #pending = new Map<number, Pending>();
  /** Calls that were stopped, until the present host has ended them. */
  readonly #stopped = new Map<number, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly open: () => HostConnection,
    private readonly settings: EngineSettings,
    private readonly listeners: LinkListeners,
  ) {}

  /**
   * `params` are asked for at each attempt, as the models of a new host have to be loaded first; they are to reject when the
   * signal is aborted.
   */
  async call<Name extends CallName>(
    name: Name,
    params: (attempt: number) => Promise<Calls[Name]["params"]>,
    { signal, onEvent }: CallOptions<Name> = {},
  ): Promise<Calls[Name]["value"]> {
    let told = 0;
    for (let attempt = 0; ; attempt++) {
      if (signal?.aborted) throw new LabError(cancelled);
      let seen = 0;
      const onNewEvent = (event: Calls[Name]["event"]): void => {
        // What an earlier attempt has told is not told again.
        if (seen++ < told) return;
        told++;
        onEvent?.(event);
      };
      try {
        return await this.#attempt(name, await params(attempt), signal, onNewEvent);
      } catch (thrown) {
        if (!(thrown instanceof HostGone)) throw thrown;
        if (attempt + 1 >= attempts) throw new LabError(thrown.problem);
      }
    }
  }

  close(why: Problem): void {
    this.#closed = true;
    const pending = Array.from(this.#pending.values());
    this.#drop();
    for (const call of pending) call.reject(why);
  }

  #attempt<Name extends CallName>(
    name: Name,
    params: Calls[Name]["params"],
    signal: AbortSignal | undefined,
    onEvent: (event: Calls[Name]["event"]) => void,
  ): Promise<Calls[Name]["value"]> {
    return new Promise((resolve, rejectWith) => {
      if (signal?.aborted || this.#closed) {
        rejectWith(new LabError(cancelled));
        return;
      }
      const id = this.#nextId++;
      const onAbort = (): void => {
        this.#stopped.set(
          id,
          setTimeout(() => this.#replace(hung), hangsAfter),
        );
        this.#connection?.send({ kind: "cancel", id });
        if (name === "generate") setTimeout(() => reject(cancelled), partialResultWithin);
        else reject(cancelled);
      };
      const settle = (): void => {
        this.#pending.delete(id);
        signal?.removeEventListener("abort", onAbort);
      };
      const reject = (problem: Problem): void => {
        settle();
        rejectWith(new LabError(problem));
      };
      const giveUp = (problem: Problem): void => {
        settle();
        rejectWith(signal?.aborted ? new LabError(cancelled) : new HostGone(problem));
      };
      const finish = (value: Calls[Name]["value"]): void => {
        settle();
        resolve(value);
      };
      this.#pending.set(id, { resolve: finish, reject, giveUp, onEvent });
      signal?.addEventListener("abort", onAbort);
      try {
        this.#host().send({ kind: "call", id, name, params } as Request);
      } catch (thrown) {
        reject(problemOf(thrown));
      }
    });
  }

  #host(): HostConnection {
    if (this.#connection) return this.#connection;
    const connection = this.open();
    this.#connection = connection;
    connection.listen({
      onReply: (reply) => {
        if (this.#connection === connection) this.#receive(reply);
      },
      onCrash: (detail) => {
        if (this.#connection === connection) this.#replace(crashed(detail));
      },
    });
    connection.send({ kind: "configure", settings: this.settings });
    return connection;
  }

  #receive(reply: Reply): void {
    if (reply.kind === "done" || reply.kind === "failed") this.#ended(reply.id);
    switch (reply.kind) {
      case "notice":
        this.listeners.onNotice(reply.notice);
        break;
      case "event":
        this.#pending.get(reply.id)?.onEvent(reply.event as never);
        break;
      case "done":
        this.#pending.get(reply.id)?.resolve(reply.value as never);
        break;
      case "failed":
        if (!reply.fatal || reply.problem.code !== "device-lost") this.#pending.get(reply.id)?.reject(reply.problem);
        if (reply.fatal) this.#replace(reply.problem);
        break;
    }
  }

  #replace(why: Problem): void {
    const pending = Array.from(this.#pending.values());
    this.#drop();
    this.listeners.onReplaced(why);
    for (const call of pending) call.giveUp(why);
  }

  #ended(id: number): void {
    clearTimeout(this.#stopped.get(id));
    this.#stopped.delete(id);
  }

  #drop(): void {
    for (const id of Array.from(this.#stopped.keys())) this.#ended(id);
    this.#connection?.terminate();
    this.#connection = undefined;
  }
}

const hung: Problem = {
  code: "runtime-failed",
  what: "The engine did not answer any more after a run was stopped.",
  remedy: "Run it again: the engine starts anew.",
};

function crashed(detail: string): Problem {
  return {
    code: "runtime-failed",
    what: `The engine's worker ended: ${detail}`,
    remedy: "Run it again: the engine starts anew. If it fails the same way, choose the other backend.",
  };
}
