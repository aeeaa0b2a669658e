import type { LabId } from "../../experiments/experiment";

/** A preset as the start page asks it. */
export interface Telling {
  readonly id: string;
  readonly question: string;
}

/**
 * The presets that the start page asks at once, with their questions, so that they stand there before a lab's code does: short
 * ones, each about another thing that the lab does.
 */
export const telling: Readonly<Record<LabId, readonly Telling[]>> = {
  tokenizers: [
    { id: "why-hindi", question: "Why does Hindi cost more than English?" },
    { id: "half-a-word", question: "Why does a model stumble after half a word?" },
    { id: "bigger-fairer", question: "Is a bigger vocabulary a fairer one?" },
  ],
  codeswitching: [
    { id: "where-may-it-switch", question: "Where may this sentence switch, and why not there?" },
    { id: "old-dogs", question: "Why is it “perros viejos” and not “viejo perro”?" },
    { id: "across-the-border", question: "Can a model be steered across the border and back?" },
  ],
  merging: [
    { id: "keep-both-skills", question: "Average or swap: which keeps both skills?" },
    { id: "which-layers-carry-hindi", question: "Which layers carry Hindi?" },
    { id: "how-many-layers", question: "How many layers should be swapped?" },
  ],
  steering: [
    { id: "english-to-german", question: "Can an English sentence go on in German?" },
    { id: "two-properties", question: "Can a text change its language and its mood at once?" },
    { id: "german-neurons-off", question: "What happens when the German neurons are switched off?" },
  ],
  measures: [
    { id: "what-was-forgotten", question: "What did each language expert forget?" },
    { id: "where-languages-meet", question: "In which layers do the languages meet?" },
    { id: "does-steering-hurt", question: "Does steering to German cost grammar?" },
  ],
};
