/** What stories may be steered between. */
export const storyTraits = ["mood", "tense", "address"] as const;
