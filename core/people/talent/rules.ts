import { addMonths, dateOf, instantOf } from '../../shared/calendar'
import type { Instant } from '../../shared/operation'
import { wakingFrom } from '../../shared/quiet-hours'
import { scopesOf } from '../../shared/scopes'
import type { SkillCode } from './skills'

/** On which level's list of talents a person stands. */
export const levels = ['province', 'city', 'county'] as const
export type Level = (typeof levels)[number]
export const levelWords: Readonly<Record<Level, string>> = { province: '省级', city: '市级', county: '县级' }

/** Monday to Sunday. */
export const everyDay: readonly number[] = [1, 2, 3, 4, 5, 6, 7]

/** How long a word holds: a year from its day. */
const MONTHS = 12

/** When a word given then is asked for again; the question waits for the morning. */
export const askAgainAt = (confirmedAt: Instant): Instant => wakingFrom(instantOf(addMonths(dateOf(confirmedAt), MONTHS), '09:00'))

/** Does a word given then still hold? Of a person who never gave one it is 0. */
export const isConfirmed = (confirmedAt: Instant, now: Instant): boolean => confirmedAt > 0 && now < askAgainAt(confirmedAt)

/** A skill at a place, as an index finds it: under each organization above the person. */
export const skillAt = (orgId: string, skill: SkillCode): string => `${orgId}:${skill}`

/** Everywhere a person's skills are found. */
export const skillsAt = (path: string, skills: readonly SkillCode[]): string[] =>
  scopesOf(path).flatMap(orgId => skills.map(skill => skillAt(orgId, skill)))

/** How far people are looked for, in metres; those farther away follow by their word alone. */
export const REACH = 50_000

/** The place in a list by distance: those whose word holds before the others, the nearest first. A whole number below 2 × REACH. */
export const nearness = (metres: number, confirmed: boolean): number => Math.min(Math.round(metres), REACH - 1) + (confirmed ? 0 : REACH)

/** What became of the asking for a person. */
export const askStates = ['waiting', 'agreed', 'declined', 'ended'] as const
export type AskState = (typeof askStates)[number]

/** May a number be shown by that asking? Only once the person, or family for them, said yes, and until they take it back. */
export const opensNumber = (state: AskState): boolean => state === 'agreed'

/** May the asking still be answered, or answered otherwise? One that ended with its person or its asker may not. */
export const mayAnswer = (state: AskState): boolean => state !== 'ended'

/** What advisory groups are about. */
export const advisoryFields = ['party', 'farming', 'speaking', 'science', 'building'] as const
export type AdvisoryField = (typeof advisoryFields)[number]
export const advisoryWords: Readonly<Record<AdvisoryField, string>> = {
  party: '党建',
  farming: '农业',
  speaking: '宣讲',
  science: '科教',
  building: '建设',
}

/** What came of an advice, in the words of suggestions. */
export const advised = ['adopted', 'partly', 'noted', 'declined'] as const
export type Advised = (typeof advised)[number]
export const advisedWords: Readonly<Record<Advised, string>> = {
  adopted: '采纳了',
  partly: '部分采纳',
  noted: '留作参考',
  declined: '没有采纳',
}
