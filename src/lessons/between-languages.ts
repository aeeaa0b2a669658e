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
      look: "Read the map over layers. At the beginning the states still hold letters, at the end the next word; both belong to one language.",
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
      look: "Compare the steered continuations with the unsteered ones and with the random push of the same length.",
      change: "Turn source and target round.",
      papers: ["sterz"],
    },
  ],
};
