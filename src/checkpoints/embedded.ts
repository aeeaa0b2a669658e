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

const weightBytes = 13_648_144;
const licence = "CC BY-SA 4.0";
const five = ["en", "de", "es", "hi", "tr"];

export const embeddedCheckpoints: readonly EmbeddedCheckpoint[] = [
  { id: "polyglot-base", title: "Five languages", languages: five, weightBytes, licence },
  { id: "polyglot-chat", title: "Follows instructions", languages: ["en", "es"], weightBytes, licence },
  { id: "polyglot-de", title: "Continued on German", languages: ["de"], weightBytes, licence },
  { id: "polyglot-en-bytes", title: "English, byte by byte", languages: ["en"], weightBytes: 5_788_400, licence },
  { id: "polyglot-hi", title: "Continued on Hindi", languages: ["hi"], weightBytes, licence },
  { id: "polyglot-math", title: "Does sums in English", languages: ["en"], weightBytes, licence },
  { id: "polyglot-tr", title: "Continued on Turkish", languages: ["tr"], weightBytes, licence },
];
