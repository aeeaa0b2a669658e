import type { Lesson } from "./lesson";

export const lesson: Lesson = {
  id: "steering-and-its-price",
  steps: [
    {
      title: "One vector",
      text: "Inside a model each token is a list of numbers, its state, which layer after layer changes. The mean state of German sentences minus that of English ones is a vector. Here it is added after one layer while the model writes; the beginnings are English.",
      lab: "steering",
      preset: "english-to-german",
      question: "What does a random vector of the same length do?",
      choices: ["turns the text German too", "turns it into another language", "leaves the language alone"],
      found:
        "It leaves the language alone: with the random vector 4 of 4 continuations are English, as they are unsteered. With the vector towards German 4 of 4 are German.",
      look: "Under each beginning stand the unsteered continuation, the steered one, and one that was pushed as far in a random direction. This control says whether it is this direction or any.",
      change:
        "At strength 1 the push is as long as the two means lie apart (one class distance). Set it to a half, then to 3.",
      papers: ["rimsky"],
    },
    {
      title: "Another script",
      text: "Hindi is written in Devanagari: hardly a token of an English text is of use in it. The same kind of vector, from English to Hindi, must change nearly every token that the model writes.",
      lab: "steering",
      preset: "english-to-hindi",
      question: "Does the change of script need more strength than English to German?",
      choices: ["less", "about the same", "more"],
      found:
        "More: the least strength at which some layer turns half of the continuations is 0.5 for German and 0.8 for Hindi. At strength 1 there are layers that turn 4 of 4, for both.",
      look: "In the maps of layers by strengths follow one layer: where does the language turn, and where does the text begin to repeat itself? Compare with the strength at which German turned in the first step.",
      change: "Turn it round: Hindi beginnings, steered to English.",
      papers: ["gurgurov"],
    },
    {
      title: "The price",
      text: "A push that changes the language may change more. The scorecard tests the steered model: grammar by minimal pairs (of two sentences, one of them wrong, which does it find likelier?), the text’s likelihood in bits per byte, and how often it repeats itself.",
      lab: "measures",
      preset: "does-steering-hurt",
      question: "Pushed towards German at strength 1: what happens to its choice in minimal pairs?",
      choices: ["nothing", "worse in all languages", "worse except in German"],
      found:
        "Nothing that can be told from chance: 72 of 100 pairs are right instead of 78, and 71 with the random push; in no language is the change clear. German is not spared: it loses 1 pair of 20, English 1, Turkish 0.",
      look: "Compare the steered columns with the base, and with their controls, random pushes of the same length. What the control loses too is the price of any push, not of German. Half the strength stands beside it.",
      change: "Add a model steered with strength 2.",
      papers: ["rimsky"],
    },
    {
      title: "Without touching activations",
      text: "Steering can also be done from outside. Before each token every model gives each possible next token a number, its logit. What training on German changed in one model’s logits is added to those of a model that was trained on Hindi; no state and no weight is touched.",
      lab: "steering",
      preset: "small-steers-bigger",
      question: "Does this mixture write better German than the Hindi model alone?",
      choices: ["no", "yes, and loses its Hindi", "yes, and keeps its Hindi"],
      found:
        "It keeps its Hindi: the Hindi beginning goes on in Hindi, the 2 German ones in German. Whether the German is better, so few cannot tell, as the Hindi model alone writes German there, too: together “ist ein großes Lied.”, alone “kontoffer hat sich nicht zu tun.”",
      look: "Read the texts together and alone, German and Hindi beginnings. Colours tell which model finds each token likeliest: where the German training changed little, the Hindi model goes its own way.",
      change: "Choose another mixer from the list.",
      papers: ["mitchell"],
    },
  ],
};
