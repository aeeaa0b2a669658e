/** One letter after the other, lower case; upper case is made from it. */
function table(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .trim()
      .split(/\s+/)
      .map((pair) => {
        const [from = "", to = ""] = pair.split("=");
        return [from.normalize("NFC"), to] as const;
      }),
  );
}

/** After the tables of BGN/PCGN; hard and soft signs are dropped, which loses something. */
export const cyrillic = table(
  `а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh
  щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g ў=w ј=j љ=lj њ=nj ћ=c ђ=dj џ=dz ә=a ө=o ү=u қ=q ғ=g ң=n һ=h`,
);

/** After ELOT 743, letter by letter; accents fall. */
export const greek = table(
  `α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o`,
);

/** Consonants and long vowels; short vowels are hardly ever written. */
export const arabic = table(
  `ا=a أ=a إ=i آ=aa ٱ=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع=a غ=gh ف=f ق=q ك=k
  ل=l م=m ن=n ه=h و=w ي=y ى=a ة=h ء= ؤ=w ئ=y پ=p چ=ch ژ=zh گ=g ک=k ی=y َ=a ُ=u ِ=i ً=an ٌ=un ٍ=in ّ= ْ= ـ= ،=, ؟=? ؛=;
  ٠=0 ١=1 ٢=2 ٣=3 ٤=4 ٥=5 ٦=6 ٧=7 ٨=8 ٩=9`,
);

/** Consonants, with the vowel a that they carry unless a sign says otherwise; व is written as a style wants. */
export const devanagariConsonants = table(
  `क=k ख=kh ग=g घ=gh ङ=n च=ch छ=chh ज=j झ=jh ञ=n ट=t ठ=th ड=d ढ=dh ण=n त=t थ=th द=d ध=dh न=n प=p फ=ph ब=b भ=bh
  म=m य=y र=r ल=l ळ=l श=sh ष=sh स=s ह=h`,
);
/** Consonants with the dot below, as people type them. */
export const devanagariDotted = table(`क=q ग=g ज=z ड=d ढ=dh फ=f`);
/** Letters and signs. */
export const devanagariVowels = table(`अ=a इ=i ि=i उ=u ु=u ऋ=ri ृ=ri ऍ=e ॅ=e ए=e े=e ऐ=ai ै=ai ऑ=o ॉ=o ओ=o ो=o औ=au ौ=au`);
export const devanagariLongVowels = table(`आ=aa ा=aa ई=ee ी=ee ऊ=oo ू=oo`);
export const virama = "\u094d";
/** What stands outside words. */
export const devanagariOthers = table(`ऽ=' ।=. ॥=. ॐ=om ०=0 १=1 २=2 ३=3 ४=4 ५=5 ६=6 ७=7 ८=8 ९=9`);

/** Revised Romanisation, syllable by syllable, without sound changes between them. */
export const hangul = {
  initial: "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "").split(" "),
  medial: "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" "),
  final: "- k k ks n nj nh t l lk lm lb ls lt lp lh m p ps t t ng t t k t p t".replace("-", "").split(" "),
};

/** Hepburn. */
export const hiragana = table(
  `あ=a い=i う=u え=e お=o か=ka き=ki く=ku け=ke こ=ko が=ga ぎ=gi ぐ=gu げ=ge ご=go さ=sa し=shi す=su せ=se そ=so
  ざ=za じ=ji ず=zu ぜ=ze ぞ=zo た=ta ち=chi つ=tsu て=te と=to だ=da ぢ=ji づ=zu で=de ど=do な=na に=ni ぬ=nu ね=ne の=no
  は=ha ひ=hi ふ=fu へ=he ほ=ho ば=ba び=bi ぶ=bu べ=be ぼ=bo ぱ=pa ぴ=pi ぷ=pu ぺ=pe ぽ=po ま=ma み=mi む=mu め=me も=mo
  や=ya ゆ=yu よ=yo ら=ra り=ri る=ru れ=re ろ=ro わ=wa ゐ=i ゑ=e を=o ん=n ゔ=vu ぁ=a ぃ=i ぅ=u ぇ=e ぉ=o ゎ=wa`,
);
export const smallY = table(`ゃ=ya ゅ=yu ょ=yo`);

/** Royal Thai General System, letter by letter; tones fall, vowels before a consonant stay before it. */
export const thai = table(
  `ก=k ข=kh ฃ=kh ค=kh ฅ=kh ฆ=kh ง=ng จ=ch ฉ=ch ช=ch ซ=s ฌ=ch ญ=y ฎ=d ฏ=t ฐ=th ฑ=th ฒ=th ณ=n ด=d ต=t ถ=th ท=th ธ=th
  น=n บ=b ป=p ผ=ph ฝ=f พ=ph ฟ=f ภ=ph ม=m ย=y ร=r ล=l ว=w ศ=s ษ=s ส=s ห=h ฬ=l อ=o ฮ=h ะ=a ั=a า=a ำ=am ิ=i ี=i ึ=ue
  ื=ue ุ=u ู=u เ=e แ=ae โ=o ใ=ai ไ=ai ็= ่= ้= ๊= ๋= ์= ฤ=rue ๆ=2 ๐=0 ๑=1 ๒=2 ๓=3 ๔=4 ๕=5 ๖=6 ๗=7 ๘=8 ๙=9`,
);
