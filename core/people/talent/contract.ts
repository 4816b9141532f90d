import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, IsoDate, line, Nothing, page, Point, text } from '../../shared/schemas'
import { advised, advisoryFields, askStates, levels } from './rules'
import { MOST_SKILLS } from './skills'

/** One of the usual skills, or one that a bureau above added. */
const SkillCode = Id
const Days = z.array(z.int().min(1).max(7)).min(1).max(7)
const officers = ['secretary', 'street', 'bureau'] as const

const about = {
  skills: z.array(SkillCode),
  /** What they are called. */
  names: z.array(z.string()),
  note: z.string(),
  levels: z.array(z.enum(levels)),
  days: z.array(z.int()),
  /** When the person, or family for them, last said so; null for what others said in their stead, not confirmed by them yet. */
  confirmedAt: InstantMs.nullable(),
  /** The word is older than a year, or was never given. */
  stale: z.boolean(),
}
const Skill = z.object({
  code: SkillCode,
  name: z.string(),
  group: z.string(),
  aliases: z.array(z.string()),
  retired: z.boolean().optional(),
})
const Ask = z.object({
  askId: Id,
  what: z.string(),
  at: InstantMs,
  state: z.enum(askStates),
  answeredAt: InstantMs.optional(),
  /** What the person said with it. */
  words: z.string(),
})
const Advice = z.object({
  adviceId: Id,
  text: z.string(),
  on: IsoDate,
  unit: z.string(),
  members: z.array(z.object({ memberId: Id, name: z.string() })),
  came: z.object({ verdict: z.enum(advised), words: z.string(), at: InstantMs }).nullable(),
})
const Advisory = z.object({
  advisoryId: Id,
  orgId: Id,
  orgName: z.string(),
  field: z.enum(advisoryFields),
  members: z.array(z.object({ memberId: Id, name: z.string() })),
})

/** The silver talent pool (P23, S1 银发人才库): what people can do, found by skill, near, day and level; and groups that advise. */
export const talent = {
  /** The list to choose from: the usual skills and those that bureaus above the person added. */
  'talent.skills': operation({
    who: 'member',
    input: Nothing,
    output: z.object({ items: z.array(Skill) }),
  }),
  /** The list as it holds at an organization, with what was added where; those that are not offered any more too. */
  'talent.skillList': operation({
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({
      items: z.array(
        Skill.extend({
          from: z.enum(['usual', 'above', 'here']),
          /** Everyday words that this organization added. */
          own: z.array(z.string()),
        }),
      ),
      may: z.array(z.enum(['saveSkill'])),
    }),
  }),
  /**
   * Adds a skill with how people say it every day, changes one that was added here (`code`), or gives a usual one further everyday words. A word has one meaning:
   * one that another skill has is INVALID_INPUT. `retired`: not offered any more.
   */
  'talent.saveSkill': operation({
    who: ['bureau'],
    of: 'orgId',
    input: z.object({
      orgId: Id,
      code: SkillCode.optional(),
      group: line(10),
      name: line(12),
      aliases: z.array(line(12)).max(20),
      retired: z.boolean().optional(),
    }),
    output: z.object({ code: SkillCode }),
  }),
  /**
   * Says what a person can do: by themselves, by family, or with `memberId` by their secretary. What a secretary says waits for the person's own tap, unless
   * the person `agreed` to it by word of mouth. No skills at all takes them off the list.
   */
  'talent.set': operation({
    who: 'member',
    input: z.object({
      skills: z.array(SkillCode).max(MOST_SKILLS),
      note: text(200).optional(),
      levels: z.array(z.enum(levels)).max(levels.length).optional(),
      /** 1 is Monday; every day unless said. */
      days: Days.optional(),
      memberId: Id.optional(),
      agreed: z.boolean().optional(),
      forMemberId: Id.optional(),
    }),
    output: Nothing,
  }),
  /** It still holds: one tap a year. Where nothing is said of the person, there is nothing to confirm. */
  'talent.confirm': operation({ who: 'member', input: z.object({ forMemberId: Id.optional() }), output: Nothing }),
  /** What is said of a person, and what their roster's 特长 would mean, for who may say it. */
  'talent.get': operation({
    who: 'member',
    input: z.object({ memberId: Id.optional(), forMemberId: Id.optional() }),
    output: z.object({
      memberId: Id,
      name: z.string(),
      talent: z.object(about).nullable(),
      suggested: z.array(z.object({ code: SkillCode, name: z.string() })),
      /** Groups that they advise in. */
      advisories: z.array(z.object({ advisoryId: Id, field: z.enum(advisoryFields), orgName: z.string() })),
    }),
  }),
  /**
   * People with a skill (its code, name or everyday word) below an organization, without their numbers. With `point` the nearest first, those whose place is
   * not known after them; else the latest word first. Whose word is older than a year follows the others.
   */
  'talent.find': operation({
    who: officers,
    of: 'orgId',
    input: z.object({
      orgId: Id,
      skill: line(20),
      point: Point.optional(),
      day: z.int().min(1).max(7).optional(),
      level: z.enum(levels).optional(),
      cursor: Cursor.optional(),
    }),
    output: page(z.object({ memberId: Id, name: z.string(), branchName: z.string(), metres: z.int().optional(), ...about })),
  }),
  /** Asks a person for something they can do. Their number is told only once they say yes. */
  'talent.ask': operation({
    who: officers,
    of: 'memberId',
    input: z.object({ memberId: Id, what: line(100) }),
    output: z.object({ askId: Id }),
  }),
  /** What I asked of people, the latest first. */
  'talent.asks': operation({
    who: 'self',
    input: z.object({ cursor: Cursor.optional() }),
    output: page(Ask.extend({ memberId: Id, name: z.string() })),
  }),
  /** What I, or the elder I act for, was asked, the latest first. */
  'talent.asked': operation({
    who: 'member',
    input: z.object({ cursor: Cursor.optional(), forMemberId: Id.optional() }),
    output: page(Ask.extend({ by: z.string(), orgName: z.string() })),
  }),
  /** Yes or no; a yes may be taken back, and closes the number again. */
  'talent.answer': operation({
    who: 'member',
    of: 'askId',
    input: z.object({ askId: Id, answer: z.enum(['agreed', 'declined']), words: text(100).optional(), forMemberId: Id.optional() }),
    output: z.object({ state: z.enum(askStates) }),
  }),
  /** The number of a person who said yes, for the officer who asked; each look leaves an audit row. */
  'talent.phone': operation({
    who: officers,
    of: 'askId',
    input: z.object({ askId: Id }),
    output: z.object({ name: z.string(), phones: z.array(z.string()) }),
    errors: ['NOT_AGREED'],
  }),
  /** The people below an organization with what they can do, 5,000 at most, without numbers. */
  'talent.export': operation({
    kept: true,
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),

  /** An organization has one group for each field; saying it again changes who is in it. */
  'advisory.save': operation({
    who: ['street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, field: z.enum(advisoryFields), memberIds: z.array(Id).max(50) }),
    output: z.object({ advisoryId: Id }),
  }),
  /** The groups of an organization, then those below it, 20 to a page. */
  'advisory.list': operation({
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id, cursor: Cursor.optional() }),
    output: page(Advisory).extend({ may: z.array(z.enum(['save', 'export'])) }),
  }),
  /** A group and what it advised, the latest first: for those in it and the officers over it. */
  'advisory.get': operation({
    who: 'member',
    of: 'advisoryId',
    input: z.object({ advisoryId: Id, cursor: Cursor.optional(), forMemberId: Id.optional() }),
    output: page(Advice).extend({ advisory: Advisory, may: z.array(z.enum(['advise', 'outcome'])) }),
  }),
  /** Writes down what the group, or these of it, advised a unit on a day. */
  'advisory.advise': operation({
    who: 'self',
    of: 'advisoryId',
    input: z.object({ advisoryId: Id, text: text(500).min(1), on: IsoDate, unit: line(40), memberIds: z.array(Id).max(50).optional() }),
    output: z.object({ adviceId: Id }),
  }),
  /** What came of it; said otherwise later, what was said before stays. Those who advised are told. */
  'advisory.outcome': operation({
    who: ['street', 'bureau'],
    of: 'advisoryId',
    input: z.object({ advisoryId: Id, adviceId: Id, verdict: z.enum(advised), words: line(200) }),
    output: Nothing,
  }),
  'advisory.export': operation({
    kept: true,
    who: ['street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
