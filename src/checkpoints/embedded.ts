/** A checkpoint that comes with the lab, as the shelf shows it. Folder: `models/{id}/`. */
export interface EmbeddedCheckpoint {
  readonly id: string;
  readonly title: string;
  /** ISO 639-1. */
  readonly languages: readonly string[];
  /** Bytes of model.safetensors. */
  readonly weightBytes: number;
  /** Of model.safetensors. */
  readonly sha256: string;
  readonly licence: string;
}

const weightBytes = 13_648_144;
const licence = "CC BY-SA 4.0";
const five = ["en", "de", "es", "hi", "tr"];

export const embeddedCheckpoints: readonly EmbeddedCheckpoint[] = [
  {
    id: "polyglot-base",
    title: "Five languages",
    languages: five,
    weightBytes,
    sha256: "9a571a144b23dad1b8aecda94d8c9dbc435c2fb80bfe3b9a14f19c8d58d1e0ce",
    licence,
  },
  {
    id: "polyglot-chat",
    title: "Follows instructions",
    languages: ["en", "es"],
    weightBytes,
    sha256: "129236ca44c159a43655a3f0c1e7355e1512730fb84110de8d9bc7d441015dc2",
    licence,
  },
  {
    id: "polyglot-de",
    title: "Continued on German",
    languages: ["de"],
    weightBytes,
    sha256: "d30036ca5d38c47bfb87b84932b0699c8ae8757f4dae58639ed6763294aab20b",
    licence,
  },
  {
    id: "polyglot-en-bytes",
    title: "English, byte by byte",
    languages: ["en"],
    weightBytes: 5_788_400,
    sha256: "8c396a34ec2add075cafc56e9ea4fcd29dbebc645362a9056dd0115916b54748",
    licence,
  },
  {
    id: "polyglot-hi",
    title: "Continued on Hindi",
    languages: ["hi"],
    weightBytes,
    sha256: "d4222a51a2b4b77c67f0d37fbe84a510d17946afadb0dabb85544e64c796ff40",
    licence,
  },
  {
    id: "polyglot-math",
    title: "Does sums in English",
    languages: ["en"],
    weightBytes,
    sha256: "8621de7e0601ccdf9be86a2b5cb522f1bfa832bc4d7f404e61e0a24f25f1b996",
    licence,
  },
  {
    id: "polyglot-tr",
    title: "Continued on Turkish",
    languages: ["tr"],
    weightBytes,
    sha256: "459157daf5d6f3e29a1c993e7d542a55c6205225a34cc4c1d3b3a7c7c48ec7b5",
    licence,
  },
];

/** The sha256 of an embedded checkpoint's weights; undefined for any other. */
export function sha256OfEmbedded(checkpoint: string): string | undefined {
  return embeddedCheckpoints.find(({ id }) => id === checkpoint)?.sha256;
}
