import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import type { DateText } from '../../shared/operation'
import type { BranchKind } from '../organizations/branch-kinds'
import type { Rule } from '../regulations/sources'
import type { Book } from '../regulations/rules'
import { committeePosts, isLeading, singlePosts, type CommitteePost, type LeadingPost, type Seat } from './posts'

dayjs.extend(utc)

const moved = (date: DateText, count: number, unit: 'year' | 'month'): DateText => dayjs.utc(date).add(count, unit).format('YYYY-MM-DD')

/** When a term that began on that day is over, by the calendar: from February 29 to February 28 where the year is a common one. */
export const termEnd = (heldOn: DateText, years: number): DateText => moved(heldOn, years, 'year')

/** The numbers of the rule set that a committee is judged by (RULES.md 1.1, 1.2). */
export interface CommitteeRules {
  /** Full members from which a branch has a committee. */
  from: number
  least: number
  usualMost: number
  most: number
  /** Years of a term, with the document that says so. */
  term: Rule
  postponeMonths: number
  remindMonths: number
  /** The branch holds elections; else its committee is appointed (指定). */
  elects: boolean
}

/** The rules that hold for a branch of that kind on that day. */
export const committeeRules = (book: Book, on: DateText, branchKind: BranchKind | undefined): CommitteeRules => {
  const asking = { on, branchKind }
  return {
    from: book.number('committee.from-members', asking),
    least: book.number('committee.least', asking),
    usualMost: book.number('committee.usual-most', asking),
    most: book.number('committee.most', asking),
    term: book.rule('committee.term-years', asking),
    postponeMonths: book.number('committee.postpone-months', asking),
    remindMonths: book.number('committee.remind-months', asking),
    elects: book.holds('branch.elects', asking) && !book.holds('branch.appointed', asking),
  }
}

/** How many persons a branch needs: below so many full members one secretary, with a deputy where one is needed. */
export const requiredOf = (fullMembers: number, { from, least, most }: CommitteeRules) =>
  fullMembers >= from ? { committee: true, min: least, max: most } : { committee: false, min: 1, max: 2 }

/** What there is to say of a committee; `src/words` says it. */
export const committeeWarnings = [
  'none',
  'awaiting-approval',
  'too-few',
  'too-many',
  'over-usual',
  'no-secretary',
  'no-organization',
  'no-publicity',
  'no-discipline',
  'vacancy',
  'in-service',
  'affiliate',
  'term-beyond-rule',
  'expiring',
  'expired',
  'postponed',
] as const
export type CommitteeWarning = (typeof committeeWarnings)[number]

/** A committee as it is judged. */
export interface Committee {
  seats: readonly Pick<Seat, 'memberId' | 'post'>[]
  heldOn: DateText
  termYears: number
  /** When the term is over, with a postponement. */
  termEnds: DateText
  postponed: boolean
}

/** The people of a branch as far as its committee needs them. */
export interface BranchPeople {
  /** Full members whose membership is with this branch. */
  full: number
  /** Those of the holders who live and belong to the branch; who is missing has left. */
  here: readonly { memberId: string; inService: boolean; affiliate: boolean }[]
}

/** What a committee is worth today. */
export interface CommitteeState {
  required: { committee: boolean; min: number; max: number }
  /** A secretary is there, and as many persons as the rules ask for. */
  complete: boolean
  expired: boolean
  /** Posts whose holder died or left. */
  vacancies: CommitteePost[]
  /** Persons who hold a post. */
  size: number
  warnings: CommitteeWarning[]
}

const usualPosts = [
  ['organization', 'no-organization'],
  ['publicity', 'no-publicity'],
  ['discipline', 'no-discipline'],
] as const

/** When reminding begins: so many months before the term ends. */
export const remindFrom = (termEnds: DateText, { remindMonths }: Pick<CommitteeRules, 'remindMonths'>): DateText =>
  moved(termEnds, -remindMonths, 'month')

/** The latest day to which a term may be postponed. */
export const latestEnd = (
  { heldOn, termYears }: Pick<Committee, 'heldOn' | 'termYears'>,
  { postponeMonths }: Pick<CommitteeRules, 'postponeMonths'>,
): DateText => moved(termEnd(heldOn, termYears), postponeMonths, 'month')

/** Judges a committee by its people, the rules and the day: complete, expired, what is vacant, what there is to say of it. Null where there is none. */
export const committeeState = (
  committee: Committee | null,
  { full, here }: BranchPeople,
  rules: CommitteeRules,
  today: DateText,
): CommitteeState => {
  const required = requiredOf(full, rules)
  if (!committee) return { required, complete: false, expired: false, vacancies: [], size: 0, warnings: ['none'] }
  const person = (memberId: string) => here.find(one => one.memberId === memberId)
  const held = committee.seats.filter(seat => person(seat.memberId))
  const has = (post: CommitteePost) => held.some(seat => seat.post === post)
  const holders = here.filter(one => held.some(seat => seat.memberId === one.memberId))
  const size = holders.length
  const vacancies = committeePosts.filter(post => !has(post) && committee.seats.some(seat => seat.post === post))
  const expired = committee.termEnds < today
  const said: readonly (readonly [CommitteeWarning, boolean])[] = [
    ['no-secretary', !has('secretary')],
    ['too-few', size < required.min],
    ['too-many', size > required.max],
    ['over-usual', required.committee && size > rules.usualMost && size <= required.max],
    ...usualPosts.map(([post, warning]) => [warning, required.committee && !has(post)] as const),
    ['vacancy', vacancies.length > 0],
    ['in-service', holders.some(one => one.inService)],
    ['affiliate', holders.some(one => one.affiliate)],
    ['term-beyond-rule', committee.termYears > rules.term.value],
    ['expired', expired],
    ['expiring', !expired && remindFrom(committee.termEnds, rules) <= today],
    ['postponed', committee.postponed],
  ]
  const complete = has('secretary') && size >= required.min && size <= required.max
  return { required, complete, expired, vacancies, size, warnings: said.flatMap(([warning, holds]) => (holds ? [warning] : [])) }
}

/** A post proposed for a person. */
export interface Proposed {
  memberId: string
  post: CommitteePost
}

/** Each person's post once, in the order of the posts. */
export const inOrder = <S extends Proposed>(seats: readonly S[]): S[] => {
  const rank = (post: CommitteePost) => committeePosts.indexOf(post)
  const once = seats.filter((seat, at) => seats.findIndex(one => one.memberId === seat.memberId && one.post === seat.post) === at)
  return once.sort((one, other) => rank(one.post) - rank(other.post))
}

type RecordVerdict =
  | { refused: 'COMMITTEE_POST_TWICE'; data: { post: CommitteePost } }
  | { refused: 'COMMITTEE_TOO_LARGE'; data: { most: number } }
  | { refused: 'COMMITTEE_WITHOUT_HEAD'; data?: undefined }
  | null

/**
 * Whether a committee may be made of these posts: each single post once, no one both secretary and deputy, no more persons than the rules allow, and a secretary
 * or a deputy among them, since a branch without either has no officer.
 */
export const judgeSeats = (seats: readonly Proposed[], required: { max: number }): RecordVerdict => {
  const twice = singlePosts.find(post => seats.filter(seat => seat.post === post).length > 1)
  if (twice) return { refused: 'COMMITTEE_POST_TWICE', data: { post: twice } }
  const leading = seats.filter(seat => isLeading(seat.post)).map(seat => seat.memberId)
  if (new Set(leading).size < leading.length) return { refused: 'COMMITTEE_POST_TWICE', data: { post: 'deputy' } }
  if (new Set(seats.map(seat => seat.memberId)).size > required.max) return { refused: 'COMMITTEE_TOO_LARGE', data: { most: required.max } }
  return leading.length === 0 ? { refused: 'COMMITTEE_WITHOUT_HEAD' } : null
}

/** Which people hold the secretary's office by a post, and by which: the offices that have to be there, no more and no fewer. */
export const officesOf = (seats: readonly Proposed[], here: readonly Pick<BranchPeople['here'][number], 'memberId'>[]) =>
  seats.flatMap(({ memberId, post }): { memberId: string; post: LeadingPost }[] =>
    isLeading(post) && here.some(one => one.memberId === memberId) ? [{ memberId, post }] : [],
  )
