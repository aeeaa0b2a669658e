/** A checkpoint that comes with the lab, as the shelf shows it. Folder: `models/{id}/`. */
export interface EmbeddedCheckpoint {
  readonly id: string;
  readonly title: string;
  /** ISO 639-1. */
  readonly languages: readonly string[];
  /** Bytes of model.safetensors. */
  readonly weightBytes: number;
  readonly licence: string;
}

export const embeddedCheckpoints: readonly EmbeddedCheckpoint[] = [];
