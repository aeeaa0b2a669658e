import type { Lesson } from "./lesson";

export const lesson: Lesson = {
  id: "where-a-sentence-may-switch",
  steps: [
    {
      title: "Not everywhere",
      text: "People who speak two languages switch inside sentences, and agree on where it sounds right. Poplack’s equivalence constraint says: where both languages have the same order before and after the place.",
      lab: "codeswitching",
      preset: "where-may-it-switch",
      question: "“Red car” and “coche rojo”: may the sentence switch between adjective and noun?",
      choices: ["yes, it is one phrase", "no, the orders differ there"],
      found:
        "No: the place inside “red car” and the one inside “coche rojo” are refused, because the orders differ there. Of the 20 places in both sentences 4 are refused, these two and those inside “younger brother” and “hermano menor”.",
      look: "Point at the crosses between the words: each names the words that stand in another order in the other language.",
      change: "Look at “old” and “viejo”, which stand before the noun in both languages. Is there a cross, too?",
      papers: ["poplack", "pratapa"],
    },
    {
      title: "A verb at the end",
      text: "In a German clause the verb can come last. English has put it before the objects by then.",
      lab: "codeswitching",
      preset: "verb-at-the-end",
      question: "Where will most switches be refused?",
      choices: ["inside the objects", "between the verb and its objects", "at the beginning"],
      found:
        "Between the verb and its objects, and between these themselves, but inside none: of the 18 places in both sentences 4 are refused. Two lie between the verb and its objects, “reads | the” and “Zeitung | liest”; the other two between “the newspaper” and “every morning”, which change places as well.",
      look: "Inside each object the languages agree; between verb and object they do not. Read the reasons at the crosses.",
      change: "Switch the theory to the matrix language frame, run again, and compare what is refused.",
      papers: ["bhat"],
    },
    {
      title: "One language gives the frame",
      text: "Another theory: one language gives word order and endings (the matrix language), the other lends content words. Turkish is the frame here.",
      lab: "codeswitching",
      preset: "one-frame",
      question:
        "The equivalence constraint leaves almost nothing for this pair. Does the matrix language frame allow more or less?",
      choices: ["more", "less", "the same sentences"],
      found:
        "More: the matrix language frame allows 15 sentences, one of them unmixed. The equivalence constraint allows 4, two of them unmixed.",
      look: "Count the sentences that each theory allows. The two theories do not nest: each allows what the other refuses.",
      change: "Switch the theory to equivalence and run again.",
      papers: ["myersScotton", "lee"],
    },
    {
      title: "How mixed is mixed?",
      text: "The code-mixing index asks what share of words is not of the main language. Here sentences are written to order: 10, 25 and 40.",
      lab: "codeswitching",
      preset: "cmi-10-25-40",
      question: "Do two sentences with the same index switch equally often?",
      choices: ["yes", "no"],
      found: "No: the four sentences at a CMI of exactly 25 switch 5, 8, 8 and 12 times.",
      look: "Compare the number of switches (I-index) at equal CMI. One long insertion and many short ones can have the same share of words.",
      change: "Ask for a CMI of 50. Can it be reached?",
      papers: ["gamback", "guzman"],
    },
  ],
};
