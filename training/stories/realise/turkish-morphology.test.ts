import { describe, expect, test } from "vitest";
import { turkish } from "../lexicon/turkish";
import type { NounId } from "../lexicon/nouns";
import type { VerbId } from "../lexicon/verbs";
import {
  type TurkishTense,
  conjugate,
  converb,
  copula,
  imperative,
  infinitive,
  participleStem,
} from "./turkish-conjugation";
import { type NounForm, inflectName, inflectNoun, relationalNoun, turkishPronoun } from "./turkish-morphology";

const cases = ["nom", "acc", "gen", "dat", "loc", "abl", "ins"] as const;
const cells = ["1sg", "2sg", "3sg", "1pl", "2pl", "3pl"] as const;

function declension(id: NounId, form: Omit<NounForm, "case"> = {}): string {
  return cases.map((one) => inflectNoun(turkish.nouns[id], { ...form, case: one })).join(" ");
}

describe("nouns", () => {
  test.each<[NounId, string]>([
    ["house", "ev evi evin eve evde evden evle"],
    ["car", "araba arabayı arabanın arabaya arabada arabadan arabayla"],
    ["book", "kitap kitabı kitabın kitaba kitapta kitaptan kitapla"],
    ["dog", "köpek köpeği köpeğin köpeğe köpekte köpekten köpekle"],
    ["horse", "at atı atın ata atta attan atla"],
    ["wolf", "kurt kurdu kurdun kurda kurtta kurttan kurtla"],
    ["tree", "ağaç ağacı ağacın ağaca ağaçta ağaçtan ağaçla"],
    ["clock", "saat saati saatin saate saatte saatten saatle"],
    ["heart", "kalp kalbi kalbin kalbe kalpte kalpten kalple"],
    ["water", "su suyu suyun suya suda sudan suyla"],
    ["nose", "burun burnu burnun burna burunda burundan burunla"],
    ["city", "şehir şehri şehrin şehre şehirde şehirden şehirle"],
    ["time", "vakit vakti vaktin vakte vakitte vakitten vakitle"],
    ["secret", "sır sırrı sırrın sırra sırda sırdan sırla"],
    ["wind", "rüzgâr rüzgârı rüzgârın rüzgâra rüzgârda rüzgârdan rüzgârla"],
    ["bench", "bank bankı bankın banka bankta banktan bankla"],
  ])("%s", (id, forms) => {
    expect(declension(id)).toBe(forms);
  });

  test("compounds have -sI, which takes n before cases and gives way to another owner", () => {
    const birthday = "doğum günü doğum gününü doğum gününün doğum gününe doğum gününde doğum gününden doğum günüyle";
    expect(declension("birthday")).toBe(birthday);
    expect(declension("birthday", { possessor: "3sg" })).toBe(birthday);
    const { birthday: noun, juice, sky, camera } = turkish.nouns;
    expect(inflectNoun(noun, { possessor: "1sg", case: "acc" })).toBe("doğum günümü");
    expect(inflectNoun(noun, { plural: true, case: "loc" })).toBe("doğum günlerinde");
    expect(inflectNoun(juice, { case: "nom" })).toBe("meyve suyu");
    expect(inflectNoun(juice, { possessor: "1sg", case: "nom" })).toBe("meyve suyum");
    expect(inflectNoun(sky, { case: "acc" })).toBe("gökyüzünü");
    expect(inflectNoun(camera, { case: "abl" })).toBe("fotoğraf makinesinden");
  });

  test("owners", () => {
    const all = (id: NounId, plural = false) =>
      cells.map((possessor) => inflectNoun(turkish.nouns[id], { plural, possessor, case: "nom" })).join(" ");
    expect(all("house")).toBe("evim evin evi evimiz eviniz evleri");
    expect(all("cat")).toBe("kedim kedin kedisi kedimiz kediniz kedileri");
    expect(all("friend", true)).toBe("arkadaşlarım arkadaşların arkadaşları arkadaşlarımız arkadaşlarınız arkadaşları");
    expect(all("nose")).toBe("burnum burnun burnu burnumuz burnunuz burunları");
    expect(all("water")).toBe("suyum suyun suyu suyumuz suyunuz suları");
    expect(declension("cat", { possessor: "3sg" })).toBe(
      "kedisi kedisini kedisinin kedisine kedisinde kedisinden kedisiyle",
    );
    expect(declension("book", { possessor: "1sg" })).toBe(
      "kitabım kitabımı kitabımın kitabıma kitabımda kitabımdan kitabımla",
    );
  });

  test("names keep their letters before the apostrophe", () => {
    const name = (form: string) => cases.map((one) => inflectName(form, one)).join(" ");
    expect(name("Anna")).toBe("Anna Anna'yı Anna'nın Anna'ya Anna'da Anna'dan Anna'yla");
    expect(name("Benjamin")).toBe("Benjamin Benjamin'i Benjamin'in Benjamin'e Benjamin'de Benjamin'den Benjamin'le");
    expect(name("Felix")).toBe("Felix Felix'i Felix'in Felix'e Felix'te Felix'ten Felix'le");
    expect(name("Leo")).toBe("Leo Leo'yu Leo'nun Leo'ya Leo'da Leo'dan Leo'yla");
  });

  test("pronouns and relational nouns", () => {
    expect(cases.map((one) => turkishPronoun("1sg", one)).join(" ")).toBe("ben beni benim bana bende benden benimle");
    expect(cases.map((one) => turkishPronoun("3sg", one)).join(" ")).toBe("o onu onun ona onda ondan onunla");
    expect(relationalNoun("alt", "3sg", "loc")).toBe("altında");
    expect(relationalNoun("arka", "3sg", "dat")).toBe("arkasına");
    expect(relationalNoun("yan", "1sg", "dat")).toBe("yanıma");
  });
});

function paradigm(id: VerbId, tense: TurkishTense, negative = false, able = false): string {
  return cells.map((cell) => conjugate(turkish.verbs[id], tense, cell, { negative, able }).form).join(" ");
}

describe("verbs", () => {
  test.each<[VerbId, TurkishTense, string]>([
    ["come", "past", "geldim geldin geldi geldik geldiniz geldiler"],
    ["go", "present", "gidiyorum gidiyorsun gidiyor gidiyoruz gidiyorsunuz gidiyorlar"],
    ["go", "past", "gittim gittin gitti gittik gittiniz gittiler"],
    ["go", "future", "gideceğim gideceksin gidecek gideceğiz gideceksiniz gidecekler"],
    ["wait", "present", "bekliyorum bekliyorsun bekliyor bekliyoruz bekliyorsunuz bekliyorlar"],
    ["wait", "imperfect", "bekliyordum bekliyordun bekliyordu bekliyorduk bekliyordunuz bekliyorlardı"],
    ["look-for", "future", "arayacağım arayacaksın arayacak arayacağız arayacaksınız arayacaklar"],
    ["see", "pluperfect", "görmüştüm görmüştün görmüştü görmüştük görmüştünüz görmüşlerdi"],
    ["want", "aorist", "isterim istersin ister isteriz istersiniz isterler"],
    ["take", "aorist", "alırım alırsın alır alırız alırsınız alırlar"],
    ["rest", "necessity", "dinlenmeliyim dinlenmelisin dinlenmeli dinlenmeliyiz dinlenmelisiniz dinlenmeliler"],
    ["eat", "future", "yiyeceğim yiyeceksin yiyecek yiyeceğiz yiyeceksiniz yiyecekler"],
    ["read", "present", "okuyorum okuyorsun okuyor okuyoruz okuyorsunuz okuyorlar"],
  ])("%s in the %s", (id, tense, forms) => {
    expect(paradigm(id, tense)).toBe(forms);
  });

  test("open vowels close before -yor", () => {
    const verbs = ["say", "play", "start", "eat", "understand", "carry", "walk", "smile"] as const;
    expect(verbs.map((id) => conjugate(turkish.verbs[id], "present", "3sg").form)).toEqual([
      "söylüyor",
      "oynuyor",
      "başlıyor",
      "yiyor",
      "anlıyor",
      "taşıyor",
      "yürüyor",
      "gülümsüyor",
    ]);
  });

  test("negation and ability", () => {
    expect(paradigm("see", "present", true)).toBe(
      "görmüyorum görmüyorsun görmüyor görmüyoruz görmüyorsunuz görmüyorlar",
    );
    expect(paradigm("come", "future", true)).toBe(
      "gelmeyeceğim gelmeyeceksin gelmeyecek gelmeyeceğiz gelmeyeceksiniz gelmeyecekler",
    );
    expect(paradigm("come", "aorist", true)).toBe("gelmem gelmezsin gelmez gelmeyiz gelmezsiniz gelmezler");
    expect(paradigm("find", "past", true, true)).toBe("bulamadım bulamadın bulamadı bulamadık bulamadınız bulamadılar");
    expect(paradigm("fly", "imperfect", true, true)).toBe(
      "uçamıyordum uçamıyordun uçamıyordu uçamıyorduk uçamıyordunuz uçamıyorlardı",
    );
    expect(paradigm("eat", "aorist", false, true)).toBe(
      "yiyebilirim yiyebilirsin yiyebilir yiyebiliriz yiyebilirsiniz yiyebilirler",
    );
  });

  test("questions", () => {
    const ask = (id: VerbId, tense: TurkishTense, cell: (typeof cells)[number], able = false) => {
      const { form, particle } = conjugate(turkish.verbs[id], tense, cell, { able }, true);
      return `${form} ${particle}`;
    };
    expect(ask("see", "past", "2sg")).toBe("gördün mü");
    expect(ask("look-for", "present", "2pl")).toBe("arıyor musunuz");
    expect(ask("carry", "aorist", "1sg", true)).toBe("taşıyabilir miyim");
    expect(ask("go", "future", "3pl")).toBe("gidecekler mi");
    expect(ask("wait", "imperfect", "2sg")).toBe("bekliyor muydun");
  });

  test("the copula", () => {
    expect(cells.map((cell) => copula("mutlu", false, cell).form).join(" ")).toBe(
      "mutluyum mutlusun mutlu mutluyuz mutlusunuz mutlular",
    );
    expect(cells.map((cell) => copula("üzgün", true, cell).form).join(" ")).toBe(
      "üzgündüm üzgündün üzgündü üzgündük üzgündünüz üzgündüler",
    );
    expect(copula({ form: "nazik" }, false, "1sg").form).toBe("naziğim");
    expect(copula("aç", false, "2pl", true)).toEqual({ form: "aç", particle: "mısınız" });
    expect(copula("değil", true, "1sg").form).toBe("değildim");
  });

  test("forms that are not finite", () => {
    expect(infinitive(turkish.verbs.go, "mEyE")).toBe("gitmeye");
    expect(converb(turkish.verbs.go, "(y)Ip")).toBe("gidip");
    expect(converb(turkish.verbs.eat, "(y)Ip")).toBe("yiyip");
    expect(converb(turkish.verbs.end, "(y)IncE")).toBe("bitince");
    expect(converb({ form: "de" }, "(y)Ip")).toBe("deyip");
    const that = (id: VerbId, future: boolean) =>
      inflectNoun(participleStem(turkish.verbs[id], future), { possessor: "3sg", case: "acc" });
    expect(that("forget", false)).toBe("unuttuğunu");
    expect(that("come", true)).toBe("geleceğini");
    expect(imperative(turkish.verbs.eat, "2pl", false)).toBe("yiyin");
    expect(imperative(turkish.verbs.go, "2sg", true)).toBe("gitme");
    expect(imperative(turkish.verbs.wait, "2pl", true)).toBe("beklemeyin");
  });
});
