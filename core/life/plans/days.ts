import { getSolarTermDate } from 'chinese-days'
import { lunarRange, solarOf } from '../../shared/almanac/lunar'
import { addDays } from '../../shared/calendar'
import type { DateText } from '../../shared/operation'
import type { ActivityKind } from '../activities/contract'
import type { Strand } from '../strands/kinds'

const of = (year: number, day: string): DateText => `${String(year)}-${day}`
const lunar = (year: number, month: number, day: number): DateText => solarOf(Math.min(year, lunarRange.to), month, day, false)
const clearBright = (year: number): DateText => getSolarTermDate(year, 4, 'pure_brightness')

/** A feast of the year: people are with their families, and no activity is planned. */
interface Feast {
  words: string
  day: (year: number) => DateText
  /** Days before it, and after it, that are free too. */
  before?: number
  after?: number
}

/** In the order of the year. A feast of the moon falls in the plain month where the year has a leap month. */
export const feasts = {
  'new-year': { words: '元旦', day: year => of(year, '01-01') },
  'spring-festival': { words: '春节', day: year => lunar(year, 1, 1), before: 1, after: 6 },
  'clear-bright': { words: '清明', day: clearBright },
  labour: { words: '劳动节', day: year => of(year, '05-01'), after: 4 },
  'dragon-boat': { words: '端午', day: year => lunar(year, 5, 5) },
  'mid-autumn': { words: '中秋', day: year => lunar(year, 8, 15) },
  national: { words: '国庆', day: year => of(year, '10-01'), after: 6 },
  'double-ninth': { words: '重阳', day: year => lunar(year, 9, 9) },
} as const satisfies Record<string, Feast>
export type FeastName = keyof typeof feasts

const named = (name: FeastName): Feast => feasts[name]
const isFeast = (name: string): name is FeastName => Object.hasOwn(feasts, name)
const names = Object.keys(feasts).filter(isFeast)

/** The days of a year that a plan shows beside its months. */
export const feastsOf = (year: number): { date: DateText; words: string }[] =>
  names.map(name => ({ date: named(name).day(year), words: named(name).words })).sort((one, other) => (one.date < other.date ? -1 : 1))

/** 重阳 is the elders' own day: that is when they go out together. */
const restful = names.filter(name => name !== 'double-ninth')

/** The days on which nothing is planned, whatever the State Council will announce. */
export const restDays = (year: number): ReadonlySet<DateText> =>
  new Set(
    restful.flatMap(name => {
      const { day, before = 0, after = 0 } = named(name)
      return Array.from({ length: before + after + 1 }, (_, index) => addDays(day(year), index - before))
    }),
  )

/** What a feast is an occasion for (S3 每逢重大节日, S4). */
interface Idea {
  feast: FeastName | 'party-day-71'
  kind: ActivityKind
  title: string
  strand: Strand
  /** Days ahead of the feast. */
  ahead: number
}
export const ideas: readonly Idea[] = [
  { feast: 'spring-festival', kind: 'forum', title: '迎新春茶话会', strand: 'in', ahead: 9 },
  { feast: 'clear-bright', kind: 'visit', title: '清明祭英烈', strand: 'out', ahead: 3 },
  { feast: 'dragon-boat', kind: 'interest', title: '端午包粽子', strand: 'move', ahead: 2 },
  { feast: 'party-day-71', kind: 'political-birthday', title: '“七一”集体过政治生日', strand: 'in', ahead: 2 },
  { feast: 'mid-autumn', kind: 'forum', title: '中秋座谈会', strand: 'in', ahead: 3 },
  { feast: 'double-ninth', kind: 'outing', title: '重阳节登高游园', strand: 'out', ahead: 0 },
]

/** The day that an idea aims at. */
export const ideaDay = ({ feast, ahead }: Idea, year: number): DateText =>
  addDays(feast === 'party-day-71' ? of(year, '07-01') : named(feast).day(year), -ahead)
