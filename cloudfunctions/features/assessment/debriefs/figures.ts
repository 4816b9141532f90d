import * as z from 'zod'
import type { FigureName, Figures } from '../../../../core/assessment/debriefs/figures'
import { monthOfYear, yearSpan } from '../../../../core/assessment/debriefs/rules'
import { lackingOf } from '../../../../core/life/public'
import { dateOf, monthBefore, monthOf } from '../../../../core/shared/calendar'
import { periodsOf } from '../../../../core/shared/obligations/periods'
import { Rollups, type Rollup } from '../../../kernel/documents'
import type { Ports } from '../../../kernel/ports'
import { rollupId, valueOf, type Topic } from '../../../kernel/rollups'
import { allOf, benefitsTopic, noVisits, pairingsTopic, pledgesIn, specialCareTopic, visitsTopic } from '../../care/public'
import { hoursFigures, requestsTopic, totalOf, wishesDone } from '../../help/public'
import { activitiesIn, isOf, studyTopic, yearsOf } from '../../life/public'
import { duesEvidence, fundEvidence, roomsOf } from '../../means/public'
import { Committees, MEMBERS, talentsOf, type Organization } from '../../people/public'
import { honoursIn, servedIn } from '../../service/public'
import { suggestionsTopic } from '../../voice/public'
import { homeOf } from '../homes/figures'
import { remediesIn } from '../remedies/figures'

interface Asked extends Pick<Ports, 'store' | 'now'> {
  branch: Organization
  year: number
}
/** What one capability knows of a branch's year; what it does not know it leaves out. A further capability adds a line to `sources`. */
type Source = (asked: Asked) => Promise<Figures>

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)
const isThisYear = ({ year, now }: Asked): boolean => dateOf(now).startsWith(String(year))
/** Of another year than the present one, what is so today is not known. */
const today = (asked: Asked, figures: Figures): Figures => (isThisYear(asked) ? figures : {})

/** The stored figures of a branch, as its boards show them: of these months, each where it was counted. */
const monthly = async ({ store, branch }: Asked, topic: string, months: readonly string[]): Promise<Rollup[]> =>
  (await store.table(Rollups).getMany(months.map(month => rollupId(topic, branch._id, month)))).filter(one => one.value !== null)

/** What stood at the end of the year, or stands now: of its last month that was counted. */
const lately = async (asked: Asked, topic: string): Promise<Rollup | undefined> => {
  const month = monthOfYear(asked.year, monthOf(asked.now))
  if (month === null) return undefined
  const rows = await monthly(asked, topic, [monthBefore(month), month])
  return rows.toSorted((one, other) => (one.period < other.period ? -1 : 1)).at(-1)
}
/** The year's months together; nothing where none was counted. */
const together = async <V>(asked: Asked, topic: Topic<V>): Promise<V | undefined> => {
  const rows = await monthly(asked, topic.name, periodsOf('month', asked.year))
  return rows.length === 0 ? undefined : rows.map(row => valueOf(topic, row)).reduce(topic.added)
}

/** The year's figure as the boards have it; counted from its rows where they have none yet. */
const yearly = async <V>(asked: Asked, topic: Topic<V>): Promise<V> => {
  const { store, branch, year, now } = asked
  const [row] = await monthly(asked, topic.name, [String(year)])
  return row ? valueOf(topic, row) : topic.countBranch(store, branch, String(year), now)
}

/** As the topic of members stores it (`figures/boards`). */
const Counted = z.object({ count: z.number(), retired: z.number(), elderly: z.number(), alone: z.number() })
const members: Source = async asked => {
  const row = await lately(asked, MEMBERS)
  const counted = Counted.safeParse(row?.value)
  if (!counted.success) return {}
  const { count, ...rest } = counted.data
  return { members: count, ...rest }
}

const people: Source = async asked => {
  const { store, now, branch } = asked
  if (!isThisYear(asked)) return {}
  const [committee, talents] = await Promise.all([store.table(Committees).get(branch._id), talentsOf({ store, now }, branch._id)])
  const seats = committee?.term?.seats
  return { talents: talents.confirmed, ...(seats ? { committee: new Set(seats.map(one => one.memberId)).size } : {}) }
}

const rhythm: Source = async ({ store, now, branch, year }) => {
  const { items } = await yearsOf(store, branch, year, dateOf(now))
  const own = items.filter(one => isOf(year, one))
  const held = own.flatMap(one => one.meetings.filter(each => each.verdict === 'held'))
  const [present, expected] = [sum(held.map(one => one.present)), sum(held.map(one => one.expected))]
  const counts = own.reduce<Partial<Record<FigureName, number>>>((all, { duty, held: times }) => {
    const name = duty === 'committee' ? 'committee-meeting' : duty
    return { ...all, [name]: (all[name] ?? 0) + times }
  }, {})
  return {
    ...{ ...counts, present, expected, lateDuties: sum(own.filter(one => one.state === 'overdue').map(lackingOf)) },
    ...(expected > 0 ? { attendance: Math.round((100 * present) / expected) } : {}),
  }
}

const activities: Source = async ({ store, now, branch, year }) => {
  const { held, strands } = await activitiesIn({ store, now }, { branchId: branch._id, ...yearSpan(year) })
  return { activities: held, ...strands }
}

const study: Source = async asked => {
  const { hours, reached, courses, brought } = await yearly(asked, studyTopic)
  return { studyHours: hours, reached, courses, brought }
}

const service: Source = async ({ store, branch, year }) => {
  const { from, to } = yearSpan(year)
  const [{ posts, served, minutes }, { granted, withdrawn }] = await Promise.all([
    servedIn(store, { branchId: branch._id, from, to }),
    honoursIn(store, branch._id, year),
  ])
  return { posts, served, serviceHours: Math.round(minutes / 6) / 10, honours: granted - withdrawn }
}

const partners: Source = async ({ store, now, branch, year }) => {
  const { owed, done, overdue } = await pledgesIn({ store, now }, branch._id, year)
  return { pledged: owed, kept: done, pledgesLate: overdue }
}

const suggestions: Source = async asked => {
  const all = await together(asked, suggestionsTopic)
  return all ? { suggested: all.came, adopted: all.adopted } : {}
}

const visits: Source = async asked => {
  const { rules } = await yearly(asked, visitsTopic)
  const all = Object.values(rules)
  const spring = rules['spring-festival'] ?? noVisits
  return {
    ...{ visitsDue: sum(all.map(one => one.due)), visitsDone: sum(all.map(one => one.done)), visitsLate: sum(all.map(one => one.overdue)) },
    ...{ springDue: spring.due, springDone: spring.done },
  }
}

const care: Source = async asked => {
  const [pairings, special, benefits] = await Promise.all(
    [pairingsTopic.name, specialCareTopic.name, benefitsTopic.name].map(topic => lately(asked, topic)),
  )
  const paired = pairings && valueOf(pairingsTopic, pairings)
  const cared = special && valueOf(specialCareTopic, special)
  const due = benefits && allOf(valueOf(benefitsTopic, benefits))
  return {
    ...(paired ? { elders: paired.elders, paired: paired.paired } : {}),
    ...(cared ? { cared: cared.concerned, careLate: cared.overdue } : {}),
    ...(due ? { benefits: due.concerned, benefitsDone: due.done } : {}),
  }
}

const help: Source = async asked => {
  const { store, branch, year } = asked
  const span = { orgId: branch._id, ...yearSpan(year) }
  const [all, wishes, hours] = await Promise.all([together(asked, requestsTopic), wishesDone(store, span), hoursFigures(store, span)])
  const total = all && totalOf(all)
  return {
    ...{ wishes, consulted: hours.held },
    ...(total ? { raised: total.raised, solved: total.solved, inTime: total.kept, broken: total.broken } : {}),
  }
}

const means: Source = async asked => {
  const { store, now, branch, year } = asked
  const [dues, fund, { rooms }] = await Promise.all([
    duesEvidence({ store, now }, branch),
    fundEvidence({ store, now }, branch._id, year),
    roomsOf(store, { orgId: branch._id }),
  ])
  return {
    ...{ spends: fund.spends, spendsLacking: fund.lacking },
    ...today(asked, { duesOwing: dues.owing, duesInTime: dues.inTime, rooms }),
  }
}

const remedies: Source = async asked => {
  const { store, now, branch, year } = asked
  const { done, open, late } = await remediesIn(store, { branchId: branch._id, ...yearSpan(year), now })
  return { remedied: done, ...today(asked, { remediesOpen: open.length, remediesLate: late }) }
}

const home: Source = async asked => {
  const found = await homeOf(asked, asked.branch._id)
  return found ? today(asked, { homeChecks: found.of, homeHeld: found.holds }) : {}
}

const sources: readonly Source[] = [
  ...[members, people, rhythm, activities, study, service, partners, suggestions, visits, care, help, means, remedies, home],
]

/** Everything that is known of a branch's year, at a branch's cost. */
export const figuresOf = async (asked: Asked): Promise<Figures> =>
  (await Promise.all(sources.map(source => source(asked)))).reduce((all, one) => ({ ...all, ...one }), {})
