import type { Random } from "../../../src/random";
import { type NounId, type NounOf, nounClassOf } from "../lexicon/nouns";
import type { VerbId } from "../lexicon/verbs";
import {
  type AdjectiveId,
  type AdverbOf,
  type NameId,
  type PhraseId,
  type QuantifierId,
  type QuestionId,
  type RelationId,
  nameIds,
  names,
  petNameIds,
  petNames,
} from "../lexicon/words";
import type { Attributes, Clause, Entity, Quoted, Relation, Script, ScriptSentence, Sex, Topic } from "../script";

/** A kind of story: told to a `Teller`, which draws its participants and keeps its sentences. */
export interface Schema {
  readonly id: string;
  readonly topic: Topic;
  readonly tell: (t: Teller) => void;
}

type TellOptions = Omit<Extract<ScriptSentence, { kind: "tell" }>, "kind" | "clause">;

/** The pen of a schema: makes participants, draws among variants with the story's seed, and collects sentences. */
export class Teller {
  hero: Entity;
  private readonly sentences: ScriptSentence[] = [];
  private readonly pairs: Entity[] = [];
  private readonly usedNames = new Set<string>();

  constructor(
    readonly attributes: Attributes,
    private readonly random: Random,
  ) {
    const sex = this.pick("female", "male");
    const adult = attributes.address === "polite";
    this.hero = this.named(sex, adult ? (sex === "female" ? "woman" : "man") : sex === "female" ? "girl" : "boy");
  }

  get happy(): boolean {
    return this.attributes.mood === "happy";
  }

  /** The hero is a child; in polite stories a grown-up. */
  get child(): boolean {
    return this.attributes.address === "familiar";
  }

  /** True where the story may tell what is not needed: seldom in short stories, always in long ones. */
  get more(): boolean {
    const { length } = this.attributes;
    return length === "long" || this.random() < (length === "medium" ? 0.55 : 0.1);
  }

  /** True only in long stories, and now and then in those of medium length. */
  get evenMore(): boolean {
    return this.attributes.length === "long" || (this.attributes.length === "medium" && this.random() < 0.2);
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  pick<const C extends readonly [unknown, ...unknown[]]>(...choices: C): C[number] {
    return choices[Math.floor(this.random() * choices.length)];
  }

  one<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.random() * choices.length)]!;
  }

  /** The hero is an animal. */
  get fable(): boolean {
    return nounClassOf(this.hero.concept) === "animal";
  }

  // Participants

  private named(sex: Sex, concept: NounId): Entity {
    const free = nameIds.filter((id) => names[id] === sex && !this.usedNames.has(id));
    const name = free[Math.floor(this.random() * free.length)]!;
    this.usedNames.add(name);
    return { concept, sex, name: name satisfies NameId };
  }

  /** The story is about an animal with a name: a fable. */
  asAnimal(...kinds: readonly [NounOf<"animal">, ...NounOf<"animal">[]]): Entity {
    const name = this.pick(...(petNameIds as [(typeof petNameIds)[number]]));
    this.hero = { concept: this.pick(...kinds), name, sex: petNames[name] };
    return this.hero;
  }

  /** A second person with a name, of the other sex, so that "he" and "she" are clear. */
  friend(): Entity {
    const sex = this.hero.sex === "female" ? "male" : "female";
    return this.named(sex, this.child ? (sex === "female" ? "girl" : "boy") : sex === "female" ? "woman" : "man");
  }

  /** Somebody of the other sex whom the hero does not know: with a trade, mostly. */
  stranger(...trades: readonly [NounOf<"person">, ...NounOf<"person">[]]): Entity {
    const concept = this.pick(...trades);
    const sex: Sex = this.hero.sex === "female" ? "male" : "female";
    return concept === "boss" ? { concept, sex, owner: this.hero } : { concept, sex };
  }

  /** Who the hero talks with: a friend with a name, or in polite stories a stranger. */
  partner(...trades: readonly [NounOf<"person">, ...NounOf<"person">[]]): Entity {
    return this.child ? this.friend() : this.stranger(...trades);
  }

  kin(...relations: readonly [NounOf<"kin">, ...NounOf<"kin">[]]): Entity {
    const concept = this.pick(...relations);
    const female: readonly string[] = ["mother", "sister", "grandmother", "aunt"];
    const either = concept === "friend";
    const sex: Sex = either
      ? this.hero.sex === "female"
        ? "male"
        : "female"
      : female.includes(concept)
        ? "female"
        : "male";
    return { concept, sex, owner: this.hero };
  }

  /** One of the family, of the other sex than the hero. */
  elder(): Entity {
    return this.hero.sex === "female"
      ? this.kin("father", "grandfather", "uncle")
      : this.kin("mother", "grandmother", "aunt");
  }

  /** The hero's animal, with a name in half of the stories. */
  pet(...kinds: readonly [NounOf<"animal">, ...NounOf<"animal">[]]): Entity {
    const concept = this.pick(...kinds);
    const name = this.pick(...(petNameIds as [(typeof petNameIds)[number]]));
    return {
      concept,
      owner: this.hero,
      sex: petNames[name],
      ...this.looks("small", "old", "young", "white", "black", "brown"),
    };
  }

  animal(concept: NounOf<"animal">, ...looks: AdjectiveId[]): Entity {
    return { concept, ...(looks.length > 0 ? { adjectives: [this.pick(...(looks as [AdjectiveId]))] } : {}) };
  }

  /** An adjective in two of three cases. */
  private looks(...choices: readonly [AdjectiveId, ...AdjectiveId[]]): { adjectives?: readonly AdjectiveId[] } {
    return this.chance(0.67) ? { adjectives: [this.pick(...choices)] } : {};
  }

  thing(concept: NounId, ...looks: AdjectiveId[]): Entity {
    return { concept, ...(looks.length > 0 ? this.looks(...(looks as [AdjectiveId])) : {}) };
  }

  /** A thing with one of these adjectives, always. */
  sure(concept: NounId, ...looks: readonly [AdjectiveId, ...AdjectiveId[]]): Entity {
    return { concept, adjectives: [this.pick(...looks)] };
  }

  mine(concept: NounId, ...looks: AdjectiveId[]): Entity {
    return { ...this.thing(concept, ...looks), owner: this.hero };
  }

  owned(owner: Entity, concept: NounId, ...looks: AdjectiveId[]): Entity {
    return { ...this.thing(concept, ...looks), owner };
  }

  the(concept: NounId, more: Partial<Entity> = {}): Entity {
    return { concept, known: true, ...more };
  }

  some(concept: NounId, count?: QuantifierId): Entity {
    return { concept, plural: true, ...(count ? { count } : {}) };
  }

  both(first: Entity, second: Entity): Entity {
    const known = this.pairs.find(({ members }) => members?.includes(first) && members.includes(second));
    if (known) return known;
    const sex: Sex = first.sex === "female" && second.sex === "female" ? "female" : "male";
    const pair: Entity = { concept: "people", plural: true, sex, members: [first, second] };
    this.pairs.push(pair);
    return pair;
  }

  // Sentences

  tell(clause: Clause, options: TellOptions = {}): void {
    this.sentences.push({ kind: "tell", clause, ...options });
  }

  /** Begins with a link word, one of those given. */
  link(links: AdverbOf<"link"> | readonly [AdverbOf<"link">, ...AdverbOf<"link">[]], clause: Clause): void {
    this.tell(clause, { link: typeof links === "string" ? links : this.pick(...links) });
  }

  /** What is said aloud, with the frame after it in two of three cases. */
  say(speaker: Entity, verb: VerbId, hearer: Entity, ...quote: Quoted[]): void {
    this.sentences.push({
      kind: "speech",
      verb,
      speaker,
      hearer,
      addressed: verb === "ask" || ((verb === "say" || verb === "answer") && this.chance(0.15)),
      quote,
      frame: this.chance(0.65) ? "after" : "before",
    });
  }

  script(schema: string): Script {
    return { attributes: this.attributes, schema, hero: this.hero, sentences: this.sentences };
  }
}

// What is said

export function said(clause: Clause, tense?: "present" | "past" | "future"): Quoted {
  return { kind: "clause", clause, ...(tense ? { tense } : {}) };
}

export function asked(clause: Clause, tense?: "present" | "past" | "future"): Quoted {
  return { kind: "clause", clause, mode: "yes-no", ...(tense ? { tense } : {}) };
}

export function asks(question: QuestionId, clause: Clause, tense?: "present" | "past" | "future"): Quoted {
  return { kind: "clause", clause, asks: question, ...(tense ? { tense } : {}) };
}

export function command(clause: Clause): Quoted {
  return { kind: "clause", clause, mode: "command" };
}

export function phrase(id: PhraseId, vocative?: Entity): Quoted {
  return { kind: "phrase", phrase: id, ...(vocative ? { vocative } : {}) };
}

export function rel(relation: RelationId, of: Entity): Relation {
  return { relation, of };
}

export function at(of: Entity): Relation {
  return { relation: "at", of };
}

export function to(of: Entity): Relation {
  return { relation: "to", of };
}

export function from(of: Entity): Relation {
  return { relation: "from", of };
}

export function together(of: Entity): Relation {
  return { relation: "with", of };
}
