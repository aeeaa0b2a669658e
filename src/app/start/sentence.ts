/** One sentence in the five languages of the embedded checkpoints; its English begins with the prompt that the slider pushes. */
export const sentence: readonly { readonly code: string; readonly text: string }[] = [
  { code: "en", text: "Yesterday the children played in the garden until it rained." },
  { code: "de", text: "Gestern spielten die Kinder im Garten, bis es regnete." },
  { code: "es", text: "Ayer los niños jugaron en el jardín hasta que llovió." },
  { code: "hi", text: "कल बच्चे बगीचे में तब तक खेले जब तक बारिश नहीं हुई।" },
  { code: "tr", text: "Dün çocuklar yağmur yağana kadar bahçede oynadı." },
];
