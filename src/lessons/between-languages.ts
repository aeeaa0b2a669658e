import type { Lesson } from "./lesson";

export const lesson: Lesson = {
  id: "between-languages",
  steps: [
    {
      title: "Where translations meet",
      text: "Take a sentence and its translation and compare what the model holds of them after each layer. MEXA asks: is the translation nearer than every other sentence?",
      lab: "measures",
      preset: "where-languages-meet",
      question: "In which part of the model are translations nearest to each other?",
      choices: ["at the beginning", "in the middle", "at the end"],
      found:
        "MEXA can hardly tell: at best it is 0.10, for Spanish after layer 5, and for no other language over 0.05. Alignment distance, higher where translations are nearer, is highest after layer 5 or 6 of the layers 0 to 7 for all four: not at the beginning and not at the end, rather above the middle than in it.",
      look: "Read the map over layers, and the line under it. A MEXA of 0.05 is 2 of 40 sentences, too few to name a layer. The usual account is that at the beginning the states still hold letters and at the end the next word, both of one language, with the meaning between. Alignment distance fits it; Language Ranker, which is highest after layer 0 for all four, does not.",
      change: "Choose another under “Measure”. Do the five agree on the layer?",
      papers: ["kargaran"],
    },
    {
      title: "A direction for a language",
      text: "Subtract the mean state of English sentences from the mean of their Turkish translations. What is left is a direction: towards Turkish.",
      lab: "steering",
      preset: "which-layer",
      question:
        "After every layer the two languages can be told apart. Does a push along the direction work after every layer?",
      choices: ["yes, equally soon", "yes, but not equally soon", "only in some layers"],
      found:
        "Yes, but not equally soon: at strength 1 the push turns at least 3 of the 4 beginnings Turkish after every layer. At 0.75 it turns 2 to 4 after layers 0 to 5, and at most 1 after layers 6 and 7.",
      look: "Read the three maps together: the language written, its price in bits per byte, and whether it repeats itself. Compare the layers at strength 0.75: the last two, which tell the languages apart about as well as any, turn the text last.",
      change: "Fix another layer in the settings, run, and read the continuations.",
      papers: ["gurgurov"],
    },
    {
      title: "Without English",
      text: "If the model went through English, Spanish minus German should be of no use by itself. Try it.",
      lab: "steering",
      preset: "german-to-spanish",
      question: "German beginnings, the direction from German to Spanish. What does the model write?",
      choices: ["German", "Spanish", "English"],
      found:
        "Spanish, in 3 of 4 continuations; the other one is German, none is English. Unsteered and with the random push 4 of 4 are German.",
      look: "Compare the steered continuations with the unsteered ones and with the random push of the same length.",
      change: "Turn source and target round.",
      papers: ["sterz"],
    },
  ],
};
