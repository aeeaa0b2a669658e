import { LabError } from "../result";
import { type HttpOptions, readText } from "./http";

/** A file of a repository as the hub lists it. */
export interface ListedFile {
  readonly name: string;
  readonly size: number;
  /** Of large files. */
  readonly sha256?: string;
}

/** What the hub says of a repository at one commit. */
export interface Repository {
  /** 40 hexadecimal digits. */
  readonly commit: string;
  /** Undefined where the hub lists none. */
  readonly files: readonly ListedFile[] | undefined;
  readonly licence: string | undefined;
  /** ISO 639-1. */
  readonly languages: readonly string[];
  /** Opens only to who has accepted its terms. */
  readonly gated: boolean;
}

interface Answer {
  readonly sha?: unknown;
  readonly siblings?: unknown;
  readonly gated?: unknown;
  readonly cardData?: { readonly license?: unknown; readonly language?: unknown } | null;
}

export const commitPattern = /^[0-9a-f]{40}$/;

/** Asks the hub for a repository at a revision. Fetches no file. Throws LabError. */
export async function readRepository(
  path: string,
  revision: string,
  hub: string,
  options: HttpOptions,
  signal?: AbortSignal,
): Promise<Repository> {
  const name = `${path}@${revision}`;
  const url = `${hub}api/models/${path}/revision/${encodeURIComponent(revision)}?blobs=true`;
  const text = await readText(url, name, options, signal);
  const answer = parsed(text ?? "");
  if (typeof answer.sha === "string" && commitPattern.test(answer.sha)) {
    const licence = answer.cardData?.license;
    return {
      commit: answer.sha,
      files: filesOf(answer.siblings),
      licence: typeof licence === "string" ? licence : undefined,
      languages: languagesOf(answer.cardData?.language),
      gated: answer.gated === "auto" || answer.gated === "manual" || answer.gated === true,
    };
  }
  throw new LabError({
    code: "not-found",
    what: `The hub does not say which commit ${name} is.`,
    remedy: "Check the spelling of owner/name and of the revision.",
    facts: { repository: path, revision },
  });
}

function parsed(text: string): Answer {
  try {
    return (JSON.parse(text) as Answer | null) ?? {};
  } catch {
    return {};
  }
}

function filesOf(siblings: unknown): readonly ListedFile[] | undefined {
  if (!Array.isArray(siblings)) return undefined;
  return siblings.flatMap(
    (sibling: { rfilename?: unknown; size?: unknown; lfs?: { sha256?: unknown } | null } | null) => {
      if (typeof sibling?.rfilename !== "string") return [];
      const digits = sibling.lfs?.sha256;
      return {
        name: sibling.rfilename,
        size: typeof sibling.size === "number" ? sibling.size : 0,
        ...(typeof digits === "string" && /^[0-9a-f]{64}$/.test(digits) && { sha256: digits }),
      };
    },
  );
}

function languagesOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((code): code is string => typeof code === "string" && /^[a-z]{2}$/.test(code)).slice(0, 12);
}
