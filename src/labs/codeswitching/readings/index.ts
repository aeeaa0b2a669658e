import { order } from "./order/reading";
import { surprisal } from "./surprisal/reading";
import { tokenizers } from "./tokenizers/reading";
import { translation } from "./translation/reading";
import { transliteration } from "./transliteration/reading";
import { variants } from "./variants/reading";
import type { Reading } from "./reading";

/** Everything that can be done with switched sentences, in the order the lab offers it. */
export const readings: readonly Reading[] = [translation, surprisal, tokenizers, variants, order, transliteration];
