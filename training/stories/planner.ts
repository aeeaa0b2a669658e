import type { Random } from "../../src/random";
import { isAnimate, isHuman, massNouns, uniqueNouns } from "./lexicon/nouns";
import { isStative } from "./lexicon/verbs";
import type {
  Circumstance,
  ClausePlan,
  Determiner,
  Mark,
  NounPhrase,
  QuotedPlan,
  Referent,
  RoleName,
  SentencePlan,
  Subordinate,
  Tense,
  Token,
} from "./plan";
import type { Clause, Entity, Quoted, Relation, Script, ScriptSentence } from "./script";

/** Who speaks to whom while a clause is said aloud. */
interface Talk {
  readonly speaker: Entity;
  readonly hearer: Entity;
}

interface Setting {
  readonly tense: Tense;
  readonly talk?: Talk;
  /** The subject of the clause above or before, in the same sentence. */
  readonly above?: Entity;
}

/**
 * Decides how each participant is mentioned (name, pronoun, a, the, her), which tense each clause has, and numbers the
 * tokens. All languages share these decisions, which is what makes the sentences translations of each other.
 */
export function planStory(script: Script, random: Random): SentencePlan[] {
  const planner = new Planner(script, random);
  return script.sentences.map((sentence) => planner.sentence(sentence));
}

const circumstanceRoles: readonly RoleName[] = [
  "company",
  "benefit",
  "topic",
  "tool",
  "source",
  "path",
  "goal",
  "place",
];

class Planner {
  private next: Token = 0;
  private readonly known = new Set<Entity>();
  /** Mentioned in the sentence before, and in this one. */
  private before: Entity[] = [];
  private here: Entity[] = [];
  /** Whether the sentence before was said aloud, so that this one may answer it. */
  private talked = false;
  private talking = false;
  private lastSubject: Entity | undefined;
  /** Sentences in a row that began with a pronoun for the same subject. */
  private run = 0;

  constructor(
    private readonly script: Script,
    private readonly random: Random,
  ) {}

  sentence(sentence: ScriptSentence): SentencePlan {
    this.next = 0;
    this.before = this.here;
    this.here = [];
    this.talked = this.talking;
    this.talking = sentence.kind === "speech";
    const storyTense = this.script.attributes.tense;
    if (sentence.kind === "tell") {
      const plan = this.clause(sentence.clause, { tense: storyTense });
      const drawn = this.random() < 0.6;
      // Beside an infinitive, a time within the clause could belong to either verb.
      const front = sentence.front ?? (sentence.clause.time && (drawn || sentence.clause.to) ? "time" : undefined);
      return {
        kind: "tell",
        clause: {
          ...plan,
          ...(sentence.link ? { link: this.mark(sentence.link) } : {}),
          ...(sentence.contrast ? { contrast: this.mark("but" as const) } : {}),
          ...(front && !sentence.link ? { front } : {}),
        },
      };
    }
    const talk: Talk = { speaker: sentence.speaker, hearer: sentence.hearer };
    const frame = this.clause(
      { verb: sentence.verb, agent: sentence.speaker, ...(sentence.addressed ? { recipient: sentence.hearer } : {}) },
      { tense: storyTense },
    );
    return {
      kind: "speech",
      frame,
      order: sentence.frame,
      quote: sentence.quote.map((quoted, index) => this.quoted(quoted, talk, index === sentence.quote.length - 1)),
    };
  }

  private quoted(quoted: Quoted, talk: Talk, last: boolean): QuotedPlan {
    if (quoted.kind === "phrase") {
      const name = quoted.vocative;
      const asking = quoted.phrase === "excuse-me" || quoted.phrase === "yes" || quoted.phrase === "no";
      return {
        kind: "phrase",
        phrase: this.mark(quoted.phrase),
        address: this.script.attributes.address,
        ...(name?.name
          ? {
              vocative: {
                kind: "name" as const,
                token: this.next++,
                name: name.name,
                referent: this.referent(name, undefined),
              },
            }
          : {}),
        end: asking ? (last ? "." : ",") : "!",
      };
    }
    const tense: Tense = quoted.tense === "past" ? "perfect" : (quoted.tense ?? "present");
    const mode = quoted.asks ? "asks" : (quoted.mode ?? "statement");
    const spoken = mode === "command" ? { ...quoted.clause, agent: talk.hearer } : quoted.clause;
    const { agent, ...clause } = this.clause(spoken, { tense, talk });
    return {
      kind: "clause",
      clause: {
        ...clause,
        ...(agent && mode !== "command" ? { agent } : {}),
        mode,
        ...(quoted.asks ? { asks: this.mark(quoted.asks) } : {}),
      },
      end: mode === "yes-no" || mode === "asks" ? "?" : mode === "command" || quoted.exclaimed ? "!" : ".",
    };
  }

  private clause(clause: Clause, setting: Setting, shared?: Entity): ClausePlan {
    const { talk } = setting;
    const subject = clause.agent ?? shared;
    const tense = clause.aspect === "before" ? earlier(setting.tense) : setting.tense;
    const agent = clause.agent ? this.mention(clause.agent, "agent", setting, clause.agent) : undefined;
    const verb = this.mark(clause.verb);
    const tenseToken = this.next++;
    const role = (entity: Entity | undefined, name: "patient" | "recipient") =>
      entity ? { [name]: this.mention(entity, name, setting, subject) } : {};
    const inner = (kind: "to" | "purpose"): ClausePlan | undefined =>
      clause[kind] ? this.clause(clause[kind], { ...setting, tense: "base" }, subject) : undefined;
    const roles = { ...role(clause.recipient, "recipient"), ...role(clause.patient, "patient") };
    const identity = clause.identity ? { identity: this.identity(clause.identity, subject, talk) } : {};
    const circumstances = circumstanceRoles.flatMap((name): Circumstance[] => {
      const value = clause[name];
      if (value === undefined) return [];
      if (typeof value === "string")
        return [{ kind: "adverb", role: name as "place" | "goal", id: value, token: this.next++ }];
      return [this.relation(name, value, setting, subject)];
    });
    if (!talk && clause.agent && setting.above === undefined) {
      this.run = agent?.kind === "pronoun" && this.lastSubject === clause.agent ? this.run + 1 : 0;
      this.lastSubject = clause.agent;
    }
    const below: Setting = { ...setting, ...(subject ? { above: subject } : {}) };
    const subordinate = (key: "that" | "because" | "when", tenseThere: Tense): Record<string, Subordinate> =>
      clause[key]
        ? { [key]: { conjunction: this.mark(key), clause: this.clause(clause[key], { ...below, tense: tenseThere }) } }
        : {};
    const purpose = inner("purpose");
    const to = inner("to");
    return {
      verb,
      tenseToken,
      tense,
      aspect: clause.aspect === "ongoing" ? "ongoing" : isStative(clause.verb) ? "state" : "event",
      mode: "statement",
      ...(clause.negated ? { negation: this.next++ } : {}),
      ...(subject ? { subject: this.referent(subject, talk) } : {}),
      ...(agent ? { agent } : {}),
      ...roles,
      ...identity,
      ...(clause.quality ? { quality: this.mark(clause.quality) } : {}),
      ...(clause.degree ? { degree: this.mark(clause.degree) } : {}),
      circumstances,
      ...(clause.time ? { time: this.mark(clause.time) } : {}),
      ...(clause.manner ? { manner: this.mark(clause.manner) } : {}),
      ...(clause.frequency ? { frequency: this.mark(clause.frequency) } : {}),
      ...(to ? { to } : {}),
      ...(purpose ? { purpose: { conjunction: this.mark("in-order-to" as const), clause: purpose } } : {}),
      ...subordinate("that", setting.tense === "future" ? "present" : setting.tense),
      ...subordinate("because", setting.tense),
      ...subordinate("when", setting.tense === "future" ? "expected" : setting.tense),
      ...(clause.and
        ? { joined: { conjunction: this.mark("and" as const), clause: this.clause(clause.and, below, subject) } }
        : clause.but
          ? { joined: { conjunction: this.mark("but" as const), clause: this.clause(clause.but, below) } }
          : {}),
    };
  }

  private relation(role: RoleName, value: Relation, setting: Setting, subject: Entity | undefined): Circumstance {
    return {
      kind: "relation",
      role,
      relation: value.relation,
      token: this.next++,
      phrase: this.mention(value.of, role, setting, subject),
    };
  }

  private identity(entity: Entity, subject: Entity | undefined, talk: Talk | undefined): NounPhrase {
    const referent = this.referent(entity, talk);
    return {
      kind: "noun",
      token: this.next++,
      noun: entity.concept,
      referent: subject?.sex ? { ...referent, sex: subject.sex } : referent,
      determiner: entity.plural ? { kind: "none" } : { kind: "indefinite", token: this.next++ },
      adjectives: (entity.adjectives ?? []).map((id) => this.mark(id)),
    };
  }

  private mark<Id>(id: Id): Mark<Id> {
    return { id, token: this.next++ };
  }

  private mention(entity: Entity, role: string, setting: Setting, subject: Entity | undefined): NounPhrase {
    const referent = this.referent(entity, setting.talk);
    const phrase = this.chooseForm(entity, referent, role, setting, subject);
    this.here.push(entity, ...(entity.members ?? []));
    if (!setting.talk || phrase.kind !== "pronoun") this.known.add(entity);
    return phrase;
  }

  private chooseForm(
    entity: Entity,
    referent: Referent,
    role: string,
    setting: Setting,
    subject: Entity | undefined,
  ): NounPhrase {
    const oneOfUs = entity.members?.some((member) => this.referent(member, setting.talk).person < 3) ?? false;
    const spoken = setting.talk !== undefined;
    if (referent.person < 3 && !(oneOfUs && !this.known.has(entity) && !spoken)) {
      return { kind: "pronoun", token: this.next++, referent };
    }
    if (entity.members && !(this.known.has(entity) && this.mayBePronoun(entity, role, setting, subject))) {
      const [first, second] = entity.members;
      return {
        kind: "both",
        members: [this.mention(first, "member", setting, subject), this.mention(second, "member", setting, subject)],
        token: this.next++,
        referent,
      };
    }
    if (this.mayBePronoun(entity, role, setting, subject)) return { kind: "pronoun", token: this.next++, referent };
    if (entity.name) return { kind: "name", token: this.next++, referent, name: entity.name };
    const isNew = !this.known.has(entity);
    return {
      kind: "noun",
      determiner: this.determiner(entity, isNew, setting, subject),
      adjectives: isNew ? (entity.adjectives ?? []).map((id) => this.mark(id)) : [],
      token: this.next++,
      referent,
      noun: entity.concept,
    };
  }

  /** A pronoun must have one possible antecedent, in any of the languages. */
  private mayBePronoun(entity: Entity, role: string, setting: Setting, subject: Entity | undefined): boolean {
    if (!this.known.has(entity) || role === "member") return false;
    if (role !== "agent" && entity === subject) return false;
    const around = [...this.before, ...this.here];
    if (!around.includes(entity)) return false;
    // Who acted before and acts again needs to be told only from others whom the same word could mean.
    const continues =
      role === "agent" &&
      (isHuman(entity.concept) || entity.name !== undefined) &&
      (entity === this.lastSubject || entity === setting.above);
    const rivals = around.filter(
      (other) =>
        other !== entity &&
        !entity.members?.includes(other) &&
        confusable(entity, other) &&
        !(continues && !isHuman(other.concept) && !other.name) &&
        this.referent(other, setting.talk).person === 3,
    );
    if (rivals.length > 0) return false;
    if (setting.talk) {
      return (
        (role === "patient" || role === "agent") &&
        !isHuman(entity.concept) &&
        (this.talked || this.here.includes(entity))
      );
    }
    if (role === "agent") {
      if (setting.above) return setting.above === entity || (isAnimate(entity.concept) && this.here.includes(entity));
      return entity === this.lastSubject && isAnimate(entity.concept) && this.run < 2;
    }
    if (isAnimate(entity.concept)) return role !== "place" && role !== "goal";
    return role === "patient";
  }

  private determiner(entity: Entity, isNew: boolean, setting: Setting, subject: Entity | undefined): Determiner {
    const { owner } = entity;
    const token = this.next++;
    if (owner && (isNew || isHuman(entity.concept) || this.referent(owner, setting.talk).person < 3)) {
      const referent = this.referent(owner, setting.talk);
      if (referent.person < 3 || this.ownerIsClear(owner, setting, subject)) {
        return { kind: "possessive", token, owner: referent, reflexive: owner === subject };
      }
      return { kind: "genitive", token, owner: this.mention(owner, "member", setting, subject) };
    }
    if (!isNew || entity.known || uniqueNouns.has(entity.concept)) return { kind: "definite", token };
    if (entity.count) return { kind: "quantity", token, id: entity.count };
    if (massNouns.has(entity.concept)) return { kind: "none" };
    return { kind: "indefinite", token };
  }

  private ownerIsClear(owner: Entity, setting: Setting, subject: Entity | undefined): boolean {
    if (owner === subject || owner === setting.above) return true;
    const around = [...this.before, ...this.here];
    return around.includes(owner) && !around.some((other) => other !== owner && confusable(owner, other));
  }

  private referent(entity: Entity, talk: Talk | undefined): Referent {
    return {
      person: this.person(entity, talk),
      plural: entity.plural === true || entity.members !== undefined,
      noun: entity.concept,
      ...(entity.sex ? { sex: entity.sex } : {}),
      named: entity.name !== undefined || entity.members !== undefined,
      address: this.script.attributes.address,
      human: (entity.members ?? [entity]).some(({ concept }) => isHuman(concept)),
      animate: (entity.members ?? [entity]).some(({ concept }) => isAnimate(concept)),
    };
  }

  private person(entity: Entity, talk: Talk | undefined): 1 | 2 | 3 {
    const persons = (entity.members ?? [entity]).map((one) => {
      if (talk) return one === talk.speaker ? 1 : one === talk.hearer ? 2 : 3;
      return one === this.script.hero && this.script.attributes.view === "first" ? 1 : 3;
    });
    if (talk?.speaker === entity) return 1;
    if (talk?.hearer === entity) return 2;
    return Math.min(...persons) as 1 | 2 | 3;
  }
}

/** Whether one pronoun could mean either, in one of the languages: animals and things have a gender in some. */
function confusable(one: Entity, other: Entity): boolean {
  const many = (entity: Entity) => entity.plural === true || entity.members !== undefined;
  if (many(one) !== many(other)) return false;
  if (many(one)) return true;
  const kind = (entity: Entity) => (isHuman(entity.concept) ? "human" : isAnimate(entity.concept) ? "animal" : "thing");
  if (kind(one) === "human" && kind(other) === "human") return one.sex === other.sex;
  if (kind(one) === "thing" && kind(other) === "thing") return true;
  if (kind(one) === "human" && kind(other) === "thing") return false;
  return kind(one) !== "thing" || kind(other) !== "human";
}

function earlier(tense: Tense): Tense {
  return tense === "past" ? "pluperfect" : "perfect";
}
