import type { HindiGender, HindiNoun } from "../lexicon/hindi";
import type { Referent } from "../plan";

export type HindiCase = "dir" | "obl";

/** What a verb form agrees with. `plural` is grammatical: polite forms are plural, and so is familiar tum. */
export interface Agreement {
  readonly gender: HindiGender;
  readonly plural: boolean;
  readonly person: 1 | 2 | 3;
  /** tum, with its own endings. */
  readonly familiar: boolean;
}

/** What perfective verbs agree with where every noun is marked. */
export const neutral: Agreement = { gender: "m", plural: false, person: 3, familiar: false };

export function third(gender: HindiGender, plural: boolean): Agreement {
  return { gender, plural, person: 3, familiar: false };
}

/** Noun forms by class: marked masculines in -ā, feminines in -ī and -iyā, and those that only take endings. */
export function declineNoun(noun: HindiNoun, plural: boolean, grammaticalCase: HindiCase): string {
  const { lemma, gender } = noun;
  if (gender === "m" && lemma.endsWith("ा") && !noun.unmarked) {
    const stem = lemma.slice(0, -1);
    if (plural && grammaticalCase === "obl") return `${stem}ों`;
    return plural || grammaticalCase === "obl" ? `${stem}े` : lemma;
  }
  if (gender === "m" && lemma.endsWith("आ") && !noun.unmarked) {
    const stem = lemma.slice(0, -1);
    if (plural && grammaticalCase === "obl") return `${stem}ओं`;
    return plural || grammaticalCase === "obl" ? `${stem}ए` : lemma;
  }
  if (!plural) return lemma;
  if (grammaticalCase === "obl") return obliquePlural(lemma, gender);
  return gender === "m" ? lemma : femininePlural(lemma);
}

/** The words of a noun of several words; what it is owned by agrees: "बर्फ़ के पुतले". */
export function nounForms(noun: HindiNoun, plural: boolean, grammaticalCase: HindiCase): string[] {
  return declineNoun(noun, plural, grammaticalCase)
    .split(" ")
    .map((part) => (part === "का" ? agree(part, noun.gender, plural, grammaticalCase) : part));
}

function obliquePlural(lemma: string, gender: HindiGender): string {
  if (gender === "f" && lemma.endsWith("िया")) return `${lemma.slice(0, -1)}ों`;
  if (/[ीि]$/u.test(lemma)) return `${lemma.slice(0, -1)}ियों`;
  if (/[ूु]$/u.test(lemma)) return `${lemma.slice(0, -1)}ुओं`;
  if (/[ईइ]$/u.test(lemma)) return `${lemma.slice(0, -1)}इयों`;
  if (/[ाोेौ]$/u.test(lemma)) return `${lemma}ओं`;
  if (lemma.endsWith("ाँ")) return `${lemma}ओं`;
  return `${lemma}ों`;
}

function femininePlural(lemma: string): string {
  if (lemma.endsWith("िया")) return `${lemma}ँ`;
  if (/[ीि]$/u.test(lemma)) return `${lemma.slice(0, -1)}ियाँ`;
  if (/[ईइ]$/u.test(lemma)) return `${lemma.slice(0, -1)}इयाँ`;
  if (/[ूु]$/u.test(lemma)) return `${lemma.slice(0, -1)}ुएँ`;
  if (/[ाोेौ]$/u.test(lemma) || lemma.endsWith("ाँ")) return `${lemma}एँ`;
  return `${lemma}ें`;
}

/** A form in -ā (adjective, kā, participle) with its agreeing ending: -ā, -e, -ī. */
export function agree(lemma: string, gender: HindiGender, plural: boolean, grammaticalCase: HindiCase = "dir"): string {
  const marked = plural || grammaticalCase === "obl";
  if (lemma.endsWith("या") || lemma.endsWith("आ")) {
    const stem = lemma.endsWith("आ") ? lemma.slice(0, -1) : lemma.slice(0, -2);
    return gender === "f" ? `${stem}ई` : marked ? `${stem}ए` : lemma;
  }
  if (!lemma.endsWith("ा")) return lemma;
  const stem = lemma.slice(0, -1);
  return gender === "f" ? `${stem}ी` : marked ? `${stem}े` : lemma;
}

const irregularPerfective: Readonly<Record<string, readonly [string, string, string, string]>> = {
  जा: ["गया", "गए", "गई", "गईं"],
  कर: ["किया", "किए", "की", "कीं"],
  दे: ["दिया", "दिए", "दी", "दीं"],
  ले: ["लिया", "लिए", "ली", "लीं"],
  पी: ["पिया", "पिए", "पी", "पीं"],
  हो: ["हुआ", "हुए", "हुई", "हुईं"],
};

function endsInVowel(root: string): boolean {
  return /(?:[\u0905-\u0914]|[\u093e-\u094c])$/u.test(root);
}

/** The perfective participle: gayā, gae, gaī. With `last`, the feminine plural is told by nasalisation: gaīṁ. */
export function perfective(root: string, { gender, plural }: Agreement, last = true): string {
  const forms = irregularPerfective[root] ?? regularPerfective(root);
  if (gender === "m") return forms[plural ? 1 : 0]!;
  return forms[plural && last ? 3 : 2]!;
}

function regularPerfective(root: string): readonly string[] {
  if (endsInVowel(root)) return [`${root}या`, `${root}ए`, `${root}ई`, `${root}ईं`];
  return [`${root}ा`, `${root}े`, `${root}ी`, `${root}ीं`];
}

/** The imperfective participle: jātā, jāte, jātī. */
export function imperfective(root: string, { gender, plural }: Agreement, last = false): string {
  if (gender === "f") return plural && last ? `${root}तीं` : `${root}ती`;
  return plural ? `${root}ते` : `${root}ता`;
}

/** jāūṁgā, jāegā, jāoge, jāeṁge. */
export function future(root: string, agreement: Agreement): string {
  const { gender, plural, person, familiar } = agreement;
  const suffix = gender === "f" ? "गी" : plural ? "गे" : "गा";
  const first = person === 1 && !plural;
  if (root === "हो") return `${first ? "होऊँ" : familiar ? "हो" : plural ? "हों" : "हो"}${suffix}`;
  if (root === "दे" || root === "ले") {
    const stem = root.slice(0, -1);
    return `${first ? `${stem}ूँ` : familiar ? `${stem}ो` : plural ? `${stem}ें` : root}${suffix}`;
  }
  if (root === "पी") return `पि${first ? "ऊँ" : familiar ? "यो" : plural ? "एँ" : "ए"}${suffix}`;
  if (endsInVowel(root)) return `${root}${first ? "ऊँ" : familiar ? "ओ" : plural ? "एँ" : "ए"}${suffix}`;
  return `${root}${first ? "ूँ" : familiar ? "ो" : plural ? "ें" : "े"}${suffix}`;
}

const politeRoots: Readonly<Record<string, string>> = { कर: "कीजिए", दे: "दीजिए", ले: "लीजिए", पी: "पीजिए" };

export function imperative(root: string, address: "familiar" | "polite"): string {
  if (address === "polite") return politeRoots[root] ?? (endsInVowel(root) ? `${root}इए` : `${root}िए`);
  if (root === "दे" || root === "ले") return `${root.slice(0, -1)}ो`;
  if (root === "पी") return "पियो";
  if (root === "हो") return "हो";
  return endsInVowel(root) ? `${root}ओ` : `${root}ो`;
}

/** The infinitive: an inflected noun or, before must, an adjective that agrees with the object. */
export function infinitive(root: string, form: "dir" | "obl" | Agreement = "dir"): string {
  if (typeof form === "object") return agree(`${root}ना`, form.gender, form.plural);
  return form === "obl" ? `${root}ने` : `${root}ना`;
}

export function copula(tense: "present" | "past", { gender, plural, person, familiar }: Agreement): string {
  if (tense === "past") return gender === "f" ? (plural ? "थीं" : "थी") : plural ? "थे" : "था";
  if (person === 1 && !plural) return "हूँ";
  return familiar ? "हो" : plural ? "हैं" : "है";
}

type PronounKey = "1s" | "1p" | "2f" | "2p" | "3s" | "3p";

/** Direct, before ne, dative, owner, before other postpositions. */
const pronouns: Readonly<Record<PronounKey, readonly [dir: string, ne: string, ko: string, ka: string, obl: string]>> =
  {
    "1s": ["मैं", "मैंने", "मुझे", "मेरा", "मुझ"],
    "1p": ["हम", "हमने", "हमें", "हमारा", "हम"],
    "2f": ["तुम", "तुमने", "तुम्हें", "तुम्हारा", "तुम"],
    "2p": ["आप", "आपने", "आपको", "आपका", "आप"],
    "3s": ["वह", "उसने", "उसे", "उसका", "उस"],
    "3p": ["वे", "उन्होंने", "उन्हें", "उनका", "उन"],
  };

export type PronounForm = "dir" | "ne" | "ko" | "ka" | "obl";

export function pronoun(referent: Referent, plural: boolean, form: PronounForm): string {
  const key: PronounKey =
    referent.person === 1
      ? plural
        ? "1p"
        : "1s"
      : referent.person === 2
        ? referent.address === "polite"
          ? "2p"
          : "2f"
        : plural
          ? "3p"
          : "3s";
  return pronouns[key][["dir", "ne", "ko", "ka", "obl"].indexOf(form)]!;
}
