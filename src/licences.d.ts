declare module "virtual:licences" {
  /** The packages whose code is in the build, by name. */
  export const licences: readonly {
    readonly name: string;
    readonly version: string;
    /** SPDX. */
    readonly licence: string;
    /** Of its licence file; empty where it has none. */
    readonly text: string;
  }[];
}
