import type { SpanishVerb } from "../lexicon/spanish";
import type { Referent } from "../plan";

/** Person and number of a verb form; usted and ustedes take the third person, and ustedes is used for all of "you" in the plural. */
export type SpanishCell = "1sg" | "2sg" | "3sg" | "1pl" | "3pl";

export function spanishCell(subject: Referent | undefined): SpanishCell {
  if (!subject) return "3sg";
  if (subject.person === 2) return subject.plural ? "3pl" : subject.address === "polite" ? "3sg" : "2sg";
  return `${subject.person}${subject.plural ? "pl" : "sg"}`;
}

export type SpanishTense = "present" | "preterite" | "imperfect" | "future" | "subjunctive";

type Verb = Pick<SpanishVerb, "infinitive" | "change">;
const cells: readonly SpanishCell[] = ["1sg", "2sg", "3sg", "1pl", "3pl"];

/** Forms in the order of `cells`. */
const irregular: Readonly<Record<string, Partial<Readonly<Record<SpanishTense, string>>>>> = {
  ser: {
    present: "soy eres es somos son",
    preterite: "fui fuiste fue fuimos fueron",
    imperfect: "era eras era éramos eran",
    subjunctive: "sea seas sea seamos sean",
  },
  estar: {
    present: "estoy estás está estamos están",
    preterite: "estuve estuviste estuvo estuvimos estuvieron",
    subjunctive: "esté estés esté estemos estén",
  },
  ir: {
    present: "voy vas va vamos van",
    preterite: "fui fuiste fue fuimos fueron",
    imperfect: "iba ibas iba íbamos iban",
    subjunctive: "vaya vayas vaya vayamos vayan",
  },
  haber: {
    present: "he has ha hemos han",
    preterite: "hube hubiste hubo hubimos hubieron",
    subjunctive: "haya hayas haya hayamos hayan",
  },
  tener: { present: "tengo tienes tiene tenemos tienen", preterite: "tuve tuviste tuvo tuvimos tuvieron" },
  sostener: {
    present: "sostengo sostienes sostiene sostenemos sostienen",
    preterite: "sostuve sostuviste sostuvo sostuvimos sostuvieron",
  },
  venir: { present: "vengo vienes viene venimos vienen", preterite: "vine viniste vino vinimos vinieron" },
  hacer: { present: "hago haces hace hacemos hacen", preterite: "hice hiciste hizo hicimos hicieron" },
  decir: { present: "digo dices dice decimos dicen", preterite: "dije dijiste dijo dijimos dijeron" },
  poner: { present: "pongo pones pone ponemos ponen", preterite: "puse pusiste puso pusimos pusieron" },
  poder: { present: "puedo puedes puede podemos pueden", preterite: "pude pudiste pudo pudimos pudieron" },
  querer: { present: "quiero quieres quiere queremos quieren", preterite: "quise quisiste quiso quisimos quisieron" },
  saber: {
    present: "sé sabes sabe sabemos saben",
    preterite: "supe supiste supo supimos supieron",
    subjunctive: "sepa sepas sepa sepamos sepan",
  },
  dar: { present: "doy das da damos dan", preterite: "di diste dio dimos dieron", subjunctive: "dé des dé demos den" },
  ver: {
    present: "veo ves ve vemos ven",
    preterite: "vi viste vio vimos vieron",
    imperfect: "veía veías veía veíamos veían",
  },
  traer: { present: "traigo traes trae traemos traen", preterite: "traje trajiste trajo trajimos trajeron" },
  caer: { present: "caigo caes cae caemos caen", preterite: "caí caíste cayó caímos cayeron" },
  salir: { present: "salgo sales sale salimos salen" },
  oír: { present: "oigo oyes oye oímos oyen", preterite: "oí oíste oyó oímos oyeron" },
  oler: { present: "huelo hueles huele olemos huelen" },
  reír: {
    present: "río ríes ríe reímos ríen",
    preterite: "reí reíste rio reímos rieron",
    subjunctive: "ría rías ría riamos rían",
  },
  sonreír: {
    present: "sonrío sonríes sonríe sonreímos sonríen",
    preterite: "sonreí sonreíste sonrió sonreímos sonrieron",
    subjunctive: "sonría sonrías sonría sonriamos sonrían",
  },
  construir: {
    present: "construyo construyes construye construimos construyen",
    preterite: "construí construiste construyó construimos construyeron",
  },
  maullar: { present: "maúllo maúllas maúlla maullamos maúllan" },
};

const futureStems: Readonly<Record<string, string>> = {
  tener: "tendr",
  sostener: "sostendr",
  venir: "vendr",
  hacer: "har",
  decir: "dir",
  poner: "pondr",
  poder: "podr",
  querer: "querr",
  saber: "sabr",
  salir: "saldr",
  haber: "habr",
  oír: "oir",
  reír: "reir",
  sonreír: "sonreir",
};

/** One finite form, without reflexive pronoun. */
export function conjugate(verb: Verb, tense: SpanishTense, cell: SpanishCell): string {
  const { infinitive } = verb;
  const index = cells.indexOf(cell);
  const listed = irregular[infinitive]?.[tense];
  if (listed) return listed.split(" ")[index]!;
  const ending = plainEnding(infinitive);
  const stem = infinitive.slice(0, -2);
  switch (tense) {
    case "future":
      return (futureStems[infinitive] ?? infinitive) + ["é", "ás", "á", "emos", "án"][index]!;
    case "imperfect":
      return (
        stem +
        (ending === "ar" ? ["aba", "abas", "aba", "ábamos", "aban"] : ["ía", "ías", "ía", "íamos", "ían"])[index]!
      );
    case "preterite":
      return preterite(verb, index);
    case "present": {
      const endings = {
        ar: ["o", "as", "a", "amos", "an"],
        er: ["o", "es", "e", "emos", "en"],
        ir: ["o", "es", "e", "imos", "en"],
      }[ending];
      const changed = cell === "1pl" ? stem : changeStem(verb);
      return index === 0 ? firstPerson(infinitive, changed) : changed + endings[index]!;
    }
    case "subjunctive": {
      const first = conjugate(verb, "present", "1sg").slice(0, -1);
      const weakened =
        cell === "1pl" && verb.change && verb.change !== "i"
          ? ending === "ir"
            ? stem.replace(/o(?=[^o]*$)/, "u").replace(/e(?=[^e]*$)/, "i")
            : stem
          : first;
      const endings = ending === "ar" ? ["e", "es", "e", "emos", "en"] : ["a", "as", "a", "amos", "an"];
      return ending === "ar" ? softened(weakened) + endings[index]! : weakened + endings[index]!;
    }
  }
}

function plainEnding(infinitive: string): "ar" | "er" | "ir" {
  return infinitive.slice(-2).replace("í", "i") as "ar" | "er" | "ir";
}

/** The last vowel of the stem as it is under stress: duerm-, cierr-, sig-, jueg-. */
function changeStem({ infinitive, change }: Verb): string {
  const stem = infinitive.slice(0, -2);
  if (!change) return stem;
  if (change === "ue") return stem.replace(/[ou](?=[^aeiou]*$)/, "ue");
  return stem.replace(/e(?=[^aeou]*u?$)/, change);
}

/** elijo, sigo, crezco, protejo. */
function firstPerson(infinitive: string, stem: string): string {
  if (/[aeo]cer$/.test(infinitive)) return `${stem.slice(0, -1)}zco`;
  if (/ger$|gir$/.test(infinitive)) return `${stem.slice(0, -1)}jo`;
  if (infinitive.endsWith("guir")) return `${stem.slice(0, -1)}o`;
  return `${stem}o`;
}

/** The stem of -ar verbs before e: busqu-, pagu-, empiec-. */
function softened(stem: string): string {
  if (stem.endsWith("c")) return `${stem.slice(0, -1)}qu`;
  if (stem.endsWith("g")) return `${stem}u`;
  if (stem.endsWith("z")) return `${stem.slice(0, -1)}c`;
  return stem;
}

function preterite({ infinitive, change }: Verb, index: number): string {
  const ending = plainEnding(infinitive);
  const stem = infinitive.slice(0, -2);
  if (ending === "ar") return index === 0 ? `${softened(stem)}é` : stem + ["é", "aste", "ó", "amos", "aron"][index]!;
  // Verbs in -ir change e to i and o to u in the third person; a stem that ends in a vowel has y and accents.
  if (/[aeo]$/.test(stem)) return stem + ["í", "íste", "yó", "ímos", "yeron"][index]!;
  const third = index === 2 || index === 4;
  const base =
    ending === "ir" && change && third ? stem.replace(/e(?=[^aeiou]*u?$)/, "i").replace(/o(?=[^aeiou]*$)/, "u") : stem;
  return base + ["í", "iste", "ió", "imos", "ieron"][index]!;
}

const participles: Readonly<Record<string, string>> = {
  abrir: "abierto",
  escribir: "escrito",
  volver: "vuelto",
  devolver: "devuelto",
  romper: "roto",
  ver: "visto",
  hacer: "hecho",
  decir: "dicho",
  poner: "puesto",
  oír: "oído",
  reír: "reído",
  sonreír: "sonreído",
  ir: "ido",
  leer: "leído",
  creer: "creído",
  traer: "traído",
  caer: "caído",
};

/** The masculine singular participle. */
export function participleOf(infinitive: string): string {
  return participles[infinitive] ?? infinitive.slice(0, -2) + (infinitive.endsWith("ar") ? "ado" : "ido");
}

const commands: Readonly<Record<string, string>> = {
  ser: "sé",
  ir: "ve",
  venir: "ven",
  tener: "ten",
  hacer: "haz",
  decir: "di",
  poner: "pon",
  salir: "sal",
  sostener: "sostén",
};

/** The command: to a familiar hearer the indicative form, else, and with "no", the subjunctive. */
export function imperative(verb: Verb, cell: SpanishCell, negated: boolean): string {
  if (cell === "2sg" && !negated) return commands[verb.infinitive] ?? conjugate(verb, "present", "3sg");
  return conjugate(verb, "subjunctive", cell);
}

const accents: Readonly<Record<string, string>> = { a: "á", e: "é", i: "í", o: "ó", u: "ú" };

/** A verb form with a pronoun written on it; the stress stays where it was, so an accent may be needed: ayuda, ayúdame. */
export function withEnclitic(form: string, clitics: readonly string[]): string {
  if (clitics.length === 0) return form;
  const tail = clitics.join("");
  if (/[áéíóú]/.test(form))
    return (
      (/^[^áéíóú]*[áé]$/.test(form) && !/[aeiou]/.test(form.slice(0, -1))
        ? form.replace("é", "e").replace("á", "a")
        : form) + tail
    );
  // Diphthongs are one syllable; of their vowels the strong one bears the accent.
  const nuclei = [...form.matchAll(/(?:(?<=[gq])u|[iu])?[aeo](?:[iu](?![aeo]))?|[iu]/g)].map((match) => match);
  const stressedFinal = /[^aeiouns]$/.test(form);
  const syllables = nuclei.length;
  const stressed = syllables === 1 || stressedFinal ? syllables - 1 : syllables - 2;
  const syllablesAfter = syllables - 1 - stressed + clitics.length;
  if (syllablesAfter < 2) return form + tail;
  const nucleus = nuclei[stressed]!;
  const strong = nucleus[0].search(/[aeo]/);
  const at = nucleus.index + (strong >= 0 ? strong : 0);
  return form.slice(0, at) + (accents[form[at]!] ?? form[at]!) + form.slice(at + 1) + tail;
}
