import { describe, expect, test } from "vitest";
import { english as englishWords } from "../lexicon/english";
import { german as germanWords } from "../lexicon/german";
import { spanish as spanishWords } from "../lexicon/spanish";
import { englishPlural, indefiniteArticle, ingForm, thirdPerson } from "./english-morphology";
import {
  adjectiveEnding,
  declineNoun,
  germanNoun,
  imperativeForm,
  presentForm,
  preteriteForm,
  zuInfinitive,
} from "./german-morphology";
import {
  type SpanishCell,
  type SpanishTense,
  conjugate,
  imperative,
  participleOf,
  withEnclitic,
} from "./spanish-conjugation";
import { spanishAdjectiveForm, spanishNounForm, spanishPlural } from "./spanish-morphology";

describe("English", () => {
  test("plurals", () => {
    const plurals = (["cat", "box", "story", "knife", "child", "sheep", "tomato", "key"] as const).map((id) =>
      englishPlural(englishWords.nouns[id]),
    );
    expect(plurals).toEqual(["cats", "boxes", "stories", "knives", "children", "sheep", "tomatoes", "keys"]);
  });

  test("verb forms", () => {
    expect(["go", "cry", "watch", "play", "have"].map(thirdPerson)).toEqual([
      "goes",
      "cries",
      "watches",
      "plays",
      "has",
    ]);
    expect(["make", "run", "lie", "see", "visit"].map(ingForm)).toEqual([
      "making",
      "running",
      "lying",
      "seeing",
      "visiting",
    ]);
    const pasts = (["stop", "carry", "hug", "bake", "travel", "open", "play", "visit"] as const).map(
      (id) => englishWords.verbs[id].past,
    );
    expect(pasts).toEqual(["stopped", "carried", "hugged", "baked", "travelled", "opened", "played", "visited"]);
    expect(["apple", "dog", "old"].map(indefiniteArticle)).toEqual(["an", "a", "an"]);
  });
});

describe("German", () => {
  test("noun declension", () => {
    const row = (id: "dog" | "child" | "cat" | "bear" | "teacher", column: "m" | "f" | "n" | "pl") =>
      (["nom", "acc", "dat", "gen"] as const)
        .map((one) => declineNoun(germanNoun(id, undefined), column, one))
        .join(" ");
    expect(row("dog", "m")).toBe("Hund Hund Hund Hundes");
    expect(row("dog", "pl")).toBe("Hunde Hunde Hunden Hunde");
    expect(row("child", "pl")).toBe("Kinder Kinder Kindern Kinder");
    expect(row("cat", "f")).toBe("Katze Katze Katze Katze");
    expect(row("bear", "m")).toBe("Bär Bären Bären Bären");
    expect(declineNoun(germanNoun("teacher", "female"), "pl", "dat")).toBe("Lehrerinnen");
  });

  test("adjective endings after der, ein and nothing", () => {
    const row = (context: "definite" | "mixed" | "strong", one: "nom" | "acc" | "dat") =>
      (["m", "f", "n", "pl"] as const).map((column) => adjectiveEnding(context, column, one)).join(" ");
    expect(row("definite", "nom")).toBe("e e e en");
    expect(row("definite", "acc")).toBe("en e e en");
    expect(row("mixed", "nom")).toBe("er e es en");
    expect(row("mixed", "dat")).toBe("en en en en");
    expect(row("strong", "dat")).toBe("em er em en");
  });

  test("verbs", () => {
    const cells = ["1sg", "2sg", "3sg", "1pl", "2pl", "3pl"] as const;
    const present = (id: keyof typeof germanWords.verbs) =>
      cells.map((cell) => presentForm(germanWords.verbs[id], cell)).join(" ");
    const past = (id: keyof typeof germanWords.verbs) =>
      cells.map((cell) => preteriteForm(germanWords.verbs[id], cell)).join(" ");
    expect(present("see")).toBe("sehe siehst sieht sehen seht sehen");
    expect(present("wait")).toBe("warte wartest wartet warten wartet warten");
    expect(present("sit")).toBe("sitze sitzt sitzt sitzen sitzt sitzen");
    expect(present("be")).toBe("bin bist ist sind seid sind");
    expect(past("go")).toBe("ging gingst ging gingen gingt gingen");
    expect(past("find")).toBe("fand fandest fand fanden fandet fanden");
    expect(past("play")).toBe("spielte spieltest spielte spielten spieltet spielten");
    const command = (id: keyof typeof germanWords.verbs) => imperativeForm(germanWords.verbs[id], "familiar", false);
    expect((["come", "help", "wait", "give", "open"] as const).map(command)).toEqual([
      "komm",
      "hilf",
      "warte",
      "gib",
      "öffne",
    ]);
    expect(zuInfinitive(germanWords.verbs["get-up"])).toEqual(["aufzustehen"]);
    const participles = (["get-up", "repair", "visit", "play", "go"] as const).map(
      (id) => germanWords.verbs[id].participle,
    );
    expect(participles).toEqual(["aufgestanden", "repariert", "besucht", "gespielt", "gegangen"]);
  });
});

describe("Spanish", () => {
  test("nouns and adjectives", () => {
    const plurals = ["perro", "luz", "ratón", "árbol", "lunes", "sofá", "autobús"].map(spanishPlural);
    expect(plurals).toEqual(["perros", "luces", "ratones", "árboles", "lunes", "sofás", "autobuses"]);
    expect(spanishNounForm(spanishWords.nouns.exam, true)).toBe("exámenes");
    const forms = (lemma: string) =>
      (["m", "f"] as const)
        .flatMap((gender) => [false, true].map((plural) => spanishAdjectiveForm({ lemma }, { gender, plural })))
        .join(" ");
    expect(forms("rojo")).toBe("rojo rojos roja rojas");
    expect(forms("trabajador")).toBe("trabajador trabajadores trabajadora trabajadoras");
    expect(forms("marrón")).toBe("marrón marrones marrón marrones");
    expect(forms("joven")).toBe("joven jóvenes joven jóvenes");
  });

  test("verbs", () => {
    const cells: readonly SpanishCell[] = ["1sg", "2sg", "3sg", "1pl", "3pl"];
    const row = (id: keyof typeof spanishWords.verbs, tense: SpanishTense) =>
      cells.map((cell) => conjugate(spanishWords.verbs[id], tense, cell)).join(" ");
    expect(row("sleep", "present")).toBe("duermo duermes duerme dormimos duermen");
    expect(row("sleep", "preterite")).toBe("dormí dormiste durmió dormimos durmieron");
    expect(row("follow", "present")).toBe("sigo sigues sigue seguimos siguen");
    expect(row("follow", "preterite")).toBe("seguí seguiste siguió seguimos siguieron");
    expect(row("look-for", "preterite")).toBe("busqué buscaste buscó buscamos buscaron");
    expect(row("play", "subjunctive")).toBe("juegue juegues juegue juguemos jueguen");
    expect(row("read", "preterite")).toBe("leí leíste leyó leímos leyeron");
    expect(row("have", "future")).toBe("tendré tendrás tendrá tendremos tendrán");
    expect(row("eat", "imperfect")).toBe("comía comías comía comíamos comían");
    expect(row("appear", "present")).toBe("aparezco apareces aparece aparecemos aparecen");
    expect(["abrir", "escribir", "comer", "hacer", "leer"].map(participleOf)).toEqual([
      "abierto",
      "escrito",
      "comido",
      "hecho",
      "leído",
    ]);
  });

  test("commands with pronouns keep their stress", () => {
    const { help, give, wait, come } = spanishWords.verbs;
    expect(withEnclitic(imperative(help, "2sg", false), ["me"])).toBe("ayúdame");
    expect(withEnclitic(imperative(give, "3sg", false), ["le"])).toBe("dele");
    expect(withEnclitic(imperative(wait, "3sg", false), ["me"])).toBe("espéreme");
    expect(imperative(come, "2sg", false)).toBe("ven");
    expect(withEnclitic("dar", ["te", "lo"])).toBe("dártelo");
  });
});
