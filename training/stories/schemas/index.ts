import { animals } from "./animals";
import { family } from "./family";
import { feast } from "./feast";
import { food } from "./food";
import { health } from "./health";
import { market } from "./market";
import { nature } from "./nature";
import { play } from "./play";
import { school } from "./school";
import type { Schema } from "./teller";
import { travel } from "./travel";
import { weatherSchemas } from "./weather";
import { work } from "./work";

/** All schemas, by topic. */
export const schemas: readonly Schema[] = [
  ...animals,
  ...family,
  ...feast,
  ...food,
  ...health,
  ...market,
  ...nature,
  ...play,
  ...school,
  ...travel,
  ...weatherSchemas,
  ...work,
];
