/** Files are kept in parts of this many bytes, the last one shorter. */
export const partBytes = 2 ** 20;

/** A file of a repository as it is kept: `owner/name@commit` and the path in it. */
export interface FileKey {
  readonly repository: string;
  readonly file: string;
}

/** Keeps parts of files between visits. Every call may throw what the browser throws, `QuotaExceededError` among it. */
export interface PartStore {
  /** Numbers of the parts that are there. */
  parts(key: FileKey): Promise<ReadonlySet<number>>;
  read(key: FileKey, part: number): Promise<Uint8Array | undefined>;
  write(key: FileKey, part: number, bytes: Uint8Array): Promise<void>;
  /** Bytes kept of each repository. */
  list(): Promise<ReadonlyMap<string, number>>;
  remove(repository: string, file?: string): Promise<void>;
}
