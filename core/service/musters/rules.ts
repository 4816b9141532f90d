import { isElderly } from '../../shared/almanac/ages'
import { overlap, type Hours } from '../../shared/hours'
import type { DateText, Instant } from '../../shared/operation'
import { metresBetween, type Spot, type Venue } from '../../shared/places'
import type { MusterAnswer } from './kinds'

const HOUR = 3_600_000

/** One cell of the grid by index: a place at the hours of a shift. */
export interface Slot {
  place: number
  shift: number
}
/** Where hands are needed, when, and how many in each cell (P22 巡堤护湖). */
export interface Grid {
  places: readonly Venue[]
  shifts: readonly Hours[]
  need: number
}

/** The key of a cell. */
export const cellOf = ({ place, shift }: Slot): string => `${String(place)}-${String(shift)}`

/** All cells, place by place. */
export const slotsOf = ({ places, shifts }: Pick<Grid, 'places' | 'shifts'>): Slot[] =>
  places.flatMap((_, place) => shifts.map((__, shift) => ({ place, shift })))

const slotIn = (grid: Pick<Grid, 'places' | 'shifts'>, cell: string): Slot | undefined => slotsOf(grid).find(one => cellOf(one) === cell)
/** The hours of a cell. */
export const hoursAt = (grid: Pick<Grid, 'places' | 'shifts'>, cell: string): Hours | undefined => {
  const slot = slotIn(grid, cell)
  return slot && grid.shifts[slot.shift]
}
/** The place of a cell. */
export const placeAt = (grid: Pick<Grid, 'places' | 'shifts'>, cell: string): Venue | undefined => {
  const slot = slotIn(grid, cell)
  return slot && grid.places[slot.place]
}

/** Whom frailty keeps at home, whatever their age: they are not called out at night. */
const frail: readonly string[] = ['disabled', 'half-disabled', 'bedridden']

/** What calling needs to know of a member. */
export interface Callable {
  state: string
  care: readonly string[]
  birthday?: Parameters<typeof isElderly>[0]
}

/** Is a member of the scope called? Those who are frail never; those from eighty on where the leader who calls says so. */
export const isCalled = (member: Callable, { elders }: { elders: boolean }, on: DateText): boolean =>
  member.state === 'active' && !member.care.some(kind => frail.includes(kind)) && (elders || !isElderly(member.birthday, on))

/** That a called member was at a cell, since when, and until when where they left before its end. */
export interface Arrival {
  cell: string
  at: Instant
  leftAt?: Instant
}

/** What stands of one called person. `gone`: they died or belong elsewhere by now. */
export interface Standing {
  answer: MusterAnswer | 'gone' | null
  cells: readonly string[]
  arrivals: readonly Arrival[]
}

/** How many were called and what they said, and for each cell who comes and who is there. */
export interface Figures {
  called: number
  coming: number
  late: number
  no: number
  silent: number
  arrived: number
  cells: Readonly<Record<string, { coming: number; arrived: number }>>
}

export const nothing: Figures = { called: 0, coming: 0, late: 0, no: 0, silent: 0, arrived: 0, cells: {} }

const none = { coming: 0, arrived: 0 }
/** The figures of one cell. */
export const figuresAt = ({ cells }: Pick<Figures, 'cells'>, cell: string): { coming: number; arrived: number } => cells[cell] ?? none

const combined = (one: Figures, other: Figures, sign: 1 | -1): Figures => {
  const cells = [...new Set([...Object.keys(one.cells), ...Object.keys(other.cells)])].map(cell => {
    const [mine, theirs] = [figuresAt(one, cell), figuresAt(other, cell)]
    return [cell, { coming: mine.coming + sign * theirs.coming, arrived: mine.arrived + sign * theirs.arrived }] as const
  })
  return {
    called: one.called + sign * other.called,
    coming: one.coming + sign * other.coming,
    late: one.late + sign * other.late,
    no: one.no + sign * other.no,
    silent: one.silent + sign * other.silent,
    arrived: one.arrived + sign * other.arrived,
    cells: Object.fromEntries(cells),
  }
}
export const added = (one: Figures, other: Figures): Figures => combined(one, other, 1)
export const lessened = (one: Figures, other: Figures): Figures => combined(one, other, -1)

/** The figures of these people. */
export const countOf = (rows: readonly Standing[]): Figures => {
  const cells: Record<string, { coming: number; arrived: number }> = {}
  const at = (cell: string) => (cells[cell] ??= { coming: 0, arrived: 0 })
  const sums = { called: 0, coming: 0, late: 0, no: 0, silent: 0, arrived: 0 }
  for (const { answer, cells: theirs, arrivals } of rows) {
    if (answer === 'gone' && arrivals.length === 0) continue
    sums.called += 1
    if (answer !== 'gone') sums[answer ?? 'silent'] += 1
    if (arrivals.length > 0) sums.arrived += 1
    for (const cell of theirs) at(cell).coming += 1
    for (const { cell } of arrivals) at(cell).arrived += 1
  }
  return { ...sums, cells }
}

/** A number that is the same for one person and cell, and falls anywhere: so that people who answer at the same moment do not all go to one cell. */
const scatter = (text: string): number => {
  let hash = 2166136261
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619)
  return hash >>> 0
}

/**
 * The cell that is given to a person who chose none: the emptiest, among equals the nearest to their home; those that are equal in both are scattered. Never
 * one that is over, nor one whose hours they are taken up in already. Null where there is none.
 */
export const emptiest = (
  grid: Grid,
  figures: Pick<Figures, 'cells'>,
  { memberId, home, busy }: { memberId: string; home?: Spot | undefined; busy: readonly Hours[] },
  now: Instant,
): Slot | null => {
  const free = slotsOf(grid).flatMap(slot => {
    const [hours, place] = [grid.shifts[slot.shift], grid.places[slot.place]]
    if (!hours || !place || hours.endsAt <= now || busy.some(one => overlap(one, hours))) return []
    const metres = home && place.point ? metresBetween(home, place.point) : Infinity
    return [{ slot, coming: figuresAt(figures, cellOf(slot)).coming, metres, chance: scatter(`${memberId}:${cellOf(slot)}`) }]
  })
  const [best] = free.sort(
    (one, other) => one.coming - other.coming || (one.metres === other.metres ? 0 : one.metres - other.metres) || one.chance - other.chance,
  )
  return best?.slot ?? null
}

/** Which of their cells a person keeps with what they say: none of them with a no, and only the one they name where it is to stand in place of the others. */
export const cellsKept = (
  cells: readonly string[],
  { answer, slot, instead }: { answer: MusterAnswer; slot?: Slot | undefined; instead?: boolean | undefined },
): string[] => {
  if (answer === 'no') return []
  return instead === true ? cells.filter(one => slot !== undefined && one === cellOf(slot)) : [...cells]
}

/** Which other cell of their own stands in the way of one. */
export const clashingCell = (grid: Grid, cells: readonly string[], wanted: Slot): string | undefined => {
  const hours = grid.shifts[wanted.shift]
  return cells.find(cell => {
    const other = hoursAt(grid, cell)
    return cell !== cellOf(wanted) && hours !== undefined && other !== undefined && overlap(hours, other)
  })
}

/** People may sign in from two hours before their shift until its end. */
const BEFORE = 2 * HOUR
export const doorOf = ({ startsAt, endsAt }: Hours): { opensAt: Instant; closesAt: Instant } => ({
  opensAt: startsAt - BEFORE,
  closesAt: endsAt,
})

/** Of these cells the one that a person who comes now comes for: whose door is open, else the next one, else the last. */
export const cellMeant = (grid: Grid, cells: readonly string[], now: Instant): string | undefined => {
  const known = cells.flatMap(cell => {
    const hours = hoursAt(grid, cell)
    return hours ? [{ cell, hours }] : []
  })
  const sorted = known.sort((one, other) => one.hours.startsAt - other.hours.startsAt)
  return (sorted.find(({ hours }) => now <= hours.endsAt) ?? sorted.at(-1))?.cell
}

/** The shift that relieves another: the first one that begins at its end or later. */
export const reliefOf = (shifts: readonly Hours[], shift: number): number | null => {
  const endsAt = shifts[shift]?.endsAt
  const after = shifts
    .map((one, index) => ({ index, startsAt: one.startsAt }))
    .filter(one => endsAt !== undefined && one.startsAt >= endsAt)
    .sort((one, other) => one.startsAt - other.startsAt)
  return after[0]?.index ?? null
}

/** From when to when a muster is, from its first shift to its last. */
export const spanOf = (shifts: readonly Hours[]): Hours => ({
  startsAt: Math.min(...shifts.map(one => one.startsAt)),
  endsAt: Math.max(...shifts.map(one => one.endsAt)),
})

/** May it be called like this? Every shift ends after it began and is not over, lasts a day at the most, and the grid is one that a screen can show. */
export const timesRight = ({ shifts }: Pick<Grid, 'shifts'>, now: Instant): boolean =>
  shifts.every(({ startsAt, endsAt }) => endsAt > startsAt && endsAt - startsAt <= 24 * HOUR && endsAt > now)

/** Which of two records of one person says more: who was there, then who comes, then who cannot. */
export const saysMore = (one: Standing, other: Standing): boolean => {
  const weight = ({ answer, arrivals }: Standing) =>
    arrivals.length > 0 ? 3 : answer === 'coming' || answer === 'late' ? 2 : answer === 'no' ? 1 : 0
  return weight(one) > weight(other)
}
