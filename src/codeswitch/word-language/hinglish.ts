/** Sentences written for this project with Hindi in Latin letters and English; the words of English are marked with _. */
export const hinglish: readonly string[] = [
  "yaar kal ki _meeting ka _time _change ho gaya hai",
  "mujhe _office jaldi jaana tha _but _traffic bahut zyada tha",
  "_I _think usne galat _answer likha hai",
  "tum _weekend pe kya kar rahe ho",
  "uski _birthday _party mein sab log aaye the",
  "maine _already _ticket _book kar liya hai",
  "_the _movie abhi tak nahi dekhi maine _because _I _was _busy",
  "bhai _please mera _phone _charge kar do",
  "ghar pahunch ke _call karna _okay",
  "_my _mother kehti hai ki paani zyada piyo",
  "aaj _weather kitna accha hai _let's _go _outside",
  "mera _laptop kharab ho gaya _so _I _need _a _new _one",
  "_honestly mujhe samajh nahi aata ki woh kya chahta hai",
  "chalo _coffee peete hain _and _talk _about _it",
  "_she _said ki woh kal subah aayegi",
];
