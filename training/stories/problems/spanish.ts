import {
  type Amount,
  type Counted,
  type Day,
  flies,
  type Gain,
  type Loss,
  type Person,
  type Phrasebook,
  type Spot,
} from "./facts";

/** Gender, singular and plural. */
const nouns: Record<Counted, string> = {
  apple: "f manzana manzanas",
  pear: "f pera peras",
  banana: "m plátano plátanos",
  orange: "f naranja naranjas",
  cherry: "f cereza cerezas",
  strawberry: "f fresa fresas",
  plum: "f ciruela ciruelas",
  lemon: "m limón limones",
  tomato: "m tomate tomates",
  carrot: "f zanahoria zanahorias",
  egg: "m huevo huevos",
  biscuit: "f galleta galletas",
  nut: "f nuez nueces",
  sweet: "m caramelo caramelos",
  pancake: "f tortita tortitas",
  ball: "f pelota pelotas",
  book: "m libro libros",
  pencil: "m lápiz lápices",
  coin: "f moneda monedas",
  balloon: "m globo globos",
  card: "f tarjeta tarjetas",
  stone: "f piedra piedras",
  shell: "f concha conchas",
  key: "f llave llaves",
  feather: "f pluma plumas",
  candle: "f vela velas",
  cup: "f taza tazas",
  picture: "m cuadro cuadros",
  ticket: "m billete billetes",
  doll: "f muñeca muñecas",
  flower: "f flor flores",
  rose: "f rosa rosas",
  bird: "m pájaro pájaros",
  duck: "m pato patos",
  butterfly: "f mariposa mariposas",
  bee: "f abeja abejas",
  rabbit: "m conejo conejos",
  sheep: "f oveja ovejas",
  goat: "f cabra cabras",
  dog: "m perro perros",
  cat: "m gato gatos",
  horse: "m caballo caballos",
  cow: "f vaca vacas",
  box: "f caja cajas",
  basket: "f cesta cestas",
  bag: "f bolsa bolsas",
  bucket: "m cubo cubos",
  drawer: "m cajón cajones",
};
const names: Partial<Record<Person, string>> = {
  anna: "Ana",
  maria: "María",
  leyla: "Leila",
  oscar: "Óscar",
  martin: "Martín",
  felix: "Félix",
};
const gain: Record<Gain, string> = { buy: "compra", find: "encuentra", pick: "recoge" };
const loss: Record<Loss, string> = { eat: "come", lose: "pierde", sell: "vende" };
const give = { give: "da", bring: "trae" };
const days: Record<Day, string> = {
  "on-monday": "El lunes",
  "on-tuesday": "El martes",
  "on-wednesday": "El miércoles",
};
const grounds: Partial<Record<Spot, string>> = {
  garden: "el jardín",
  meadow: "el prado",
  field: "el campo",
  yard: "el patio",
};

const formsOf = (noun: Counted) => nouns[noun].split(" ") as ["m" | "f", string, string];
const name = (person: Person) => names[person] ?? person[0]!.toUpperCase() + person.slice(1);
const plural = (noun: Counted) => formsOf(noun)[2];
const some = ({ count, of }: Amount) => `${count} ${plural(of)}`;
/** The pronoun is not said: "Luego compra". */
const subject = (who: Person, linked: boolean, day?: Day) =>
  linked ? "Luego" : `${day ? `${days[day]} ` : ""}${name(who)}`;
const definite = (spot: Spot) => {
  const ground = grounds[spot];
  if (ground) return ground;
  const [gender, singular] = formsOf(spot as Counted);
  return `${gender === "f" ? "la" : "el"} ${singular}`;
};
/** "de" and the article "el" are one word. */
const outOf = (spot: Spot) => `de ${definite(spot)}`.replace(/^de el /, "del ");
const many = (noun: Counted) => `¿Cuánt${formsOf(noun)[0] === "f" ? "as" : "os"} ${plural(noun)}`;

export const spanish: Phrasebook = {
  language: "es",
  name,
  counted: plural,
  so: (answer) => `Entonces ${answer}.`,
  tells: {
    has: ({ who, amount }) => `${name(who)} tiene ${some(amount)}.`,
    gains: ({ who, how, amount, linked, day }) => `${subject(who, linked, day)} ${gain[how]} ${some(amount)}.`,
    loses: ({ who, how, amount, linked }) => `${subject(who, linked)} ${loss[how]} ${some(amount)}.`,
    gives: ({ who, to, how, amount, linked }) =>
      `${subject(who, linked)} le ${give[how]} ${some(amount)} a ${name(to)}.`,
    compares: ({ who, than, more, amount }) =>
      `${name(who)} tiene ${some(amount)} ${more ? "más" : "menos"} que ${name(than)}.`,
    lies: ({ where, amount, and }) => `En ${definite(where)} hay ${some(amount)}${and ? ` y ${some(and)}` : ""}.`,
    puts: ({ who, where, amount }) => `${name(who)} mete ${some(amount)} en ${definite(where)}.`,
    takes: ({ who, where, amount }) => `${name(who)} saca ${some(amount)} ${outOf(where)}.`,
    comes: ({ amount }) => `Luego llegan ${some(amount)}.`,
    leaves: ({ amount }) => `Luego ${some(amount)} se van${flies(amount.of) ? " volando" : ""}.`,
    each: ({ where, amount }) => `En cada ${formsOf(where)[1]} hay ${some(amount)}.`,
    costs: ({ thing, price }) => `Cada ${formsOf(thing)[1]} cuesta ${some(price)}.`,
    needs: ({ who, amount }) => `${name(who)} necesita ${some(amount)}.`,
  },
  asks: {
    has: ({ who, of, how }) =>
      how === "left"
        ? `${many(of)} le quedan a ${name(who)}?`
        : `${many(of)} tiene ${name(who)}${{ plain: "", now: " ahora", total: " en total" }[how]}?`,
    together: ({ who, of }) => {
      const persons = who.map(name);
      return `${many(of)} tienen ${persons.slice(0, -1).join(", ")} y ${persons.at(-1)} en total?`;
    },
    difference: ({ who, than, of }) => `${many(of)} más tiene ${name(who)} que ${name(than)}?`,
    inside: ({ where, of }) => `${many(of)} hay ahora en ${definite(where)}?`,
    animals: ({ where }) => `¿Cuántos animales hay en ${definite(where)}?`,
    gained: ({ who, how, of }) => `${many(of)} ${gain[how]} ${name(who)} en total?`,
    pays: ({ who, price }) => `${many(price)} paga ${name(who)}?`,
    misses: ({ who, of }) => `${many(of)} más necesita ${name(who)}?`,
  },
};
