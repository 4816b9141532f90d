import type { AskState, Advised, AdvisoryField, Level } from '../../../../core/people/talent/rules'
import type { SkillCode, SkillSaid } from '../../../../core/people/talent/skills'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection, near } from '../../../kernel/collection'
import { everywhere, stays } from '../../../kernel/departures'
import type { StoredPoint } from '../../../kernel/geo'
import type { Actor } from '../../../kernel/identity'
import { moves, movesAndMeets } from '../../../kernel/takeover'

/** What a person can do (P23); `_id` is the member. Place and name follow the member's. */
export interface Talent {
  _id: string
  name: string
  branchId: string
  path: string
  /** The organizations above the person. */
  scopes: string[]
  /** Each skill under each of them (`skillsAt`), by which people are found. */
  found: string[]
  /** Where they live, where they told it. */
  spot?: StoredPoint
  skills: SkillCode[]
  note: string
  levels: Level[]
  days: number[]
  /** When the person last said so; 0 where only others did. */
  confirmedAt: Instant
  /** When they are asked once more. */
  askAt?: Instant
  saidBy: Actor
  saidAt: Instant
  version: number
}
export const Talents = collection('talents', {
  indexes: [
    by('found', 'found', 'confirmedAt', '_id'),
    near('near', 'spot', 'found'),
    by('listed', 'scopes', 'confirmedAt', '_id'),
    by('branch', 'branchId', '_id'),
    by('ask', 'askAt'),
  ],
  fates: everywhere('released'),
  succession: 'goes',
  takeover: movesAndMeets(['_id'], { version: 'version' }),
}).of<Talent>()

/** What a bureau says of skills beside the usual list, for everything below it; `_id` is the organization. */
export interface SkillList {
  _id: string
  skills: SkillSaid[]
  savedBy: Actor
  savedAt: Instant
  /** Grows with every change. */
  version: number
}
export const SkillLists = collection('skill-lists', { fates: stays, takeover: 'none', succession: 'stays' }).of<SkillList>()

/** That an officer asked a person for something they can do. Rights over it follow the person. */
export interface TalentAsk {
  _id: string
  memberId: string
  /** The person alone answers, and family for them. */
  party: string[]
  name: string
  path: string
  askerId: string
  askerName: string
  orgName: string
  what: string
  at: Instant
  state: AskState
  words: string
  answeredAt?: Instant
  answeredBy?: Actor
  /** Grows with every answer. */
  answers: number
}
export const TalentAsks = collection('talent-asks', {
  indexes: [by('asked', 'memberId', 'at', '_id'), by('asker', 'askerId', 'at', '_id')],
  fates: { died: 'released', left: 'released', withdrew: 'released', transferred: 'kept' },
  succession: 'stays',
  takeover: moves(['memberId', 'askerId'], { once: { party: [] } }),
}).of<TalentAsk>()

/** People who advise in one field; `_id` is the organization and the field. Its `party` are those in it. */
export interface Advisory {
  _id: string
  orgId: string
  orgName: string
  path: string
  field: AdvisoryField
  party: string[]
  savedBy: Actor
  savedAt: Instant
}
export const Advisories = collection('advisories', {
  indexes: [by('place', 'path', '_id'), by('members', 'party')],
  fates: { died: 'released', left: 'released', withdrew: 'released', transferred: 'kept' },
  succession: 'goes',
  takeover: moves(['party'], { once: { party: [] } }),
}).of<Advisory>()

/** What a group advised, and what came of it. */
export interface Advice {
  _id: string
  advisoryId: string
  text: string
  on: DateText
  unit: string
  memberIds: string[]
  at: Instant
  by: Actor
  came?: Came
  /** What was said to have come of it before. */
  history: Came[]
}
interface Came {
  verdict: Advised
  words: string
  at: Instant
  by: Actor
}
export const Advices = collection('advices', {
  indexes: [by('group', 'advisoryId', 'at', '_id'), by('members', 'memberIds')],
  fates: stays,
  succession: 'none',
  takeover: moves(['memberIds'], { once: { memberIds: [] } }),
}).of<Advice>()
