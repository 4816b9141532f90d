import * as z from 'zod'
import type { Measure, Sight } from '../../../../core/assessment/evidence/measures'
import type { Span } from '../../../../core/shared/almanac/windows'
import type { DateText, Instant } from '../../../../core/shared/operation'
import type { Rollup } from '../../../kernel/documents'
import type { Store } from '../../../kernel/store'
import type { Organization } from '../../people/public'

/** The time that a round judges, as far as it is over. */
export interface Time {
  /** Of the whole period, and its year. */
  span: Span
  year: number
  /** The months of it that have begun, in their order. */
  months: readonly string[]
  /** The day on which it is looked at. */
  today: DateText
  /** From its beginning up to now, or to its end where that was before. */
  from: Instant
  until: Instant
}

/** Figures that the boards keep anyway, by topic and period. */
export interface Cell {
  topic: string
  periods: readonly string[]
}

/** Of what evidence is looked for. What several sources read alike is read once. */
export interface Asked {
  store: Store
  branch: Organization
  time: Time
  now: Instant
  /** The stored figures that sources named, as far as they were counted, in the order of their periods. */
  cells: (topic: string, periods: readonly string[]) => readonly Rollup[]
}

/** What a source sees of a branch, measure by measure; null of what it cannot see. */
export type Sights = Readonly<Record<string, Sight | null>>

/**
 * Where figures come from: what it reads of a branch, in one wave of few indexed searches or from the boards' own figures, and a pure function that counts it. One
 * file in `sources`, and a line in `sources.ts`.
 */
interface Declared<M extends string, F> {
  name: string
  title: string
  measures: Readonly<Record<M, Measure>>
  cells?: (time: Time) => readonly Cell[]
  read: (asked: Asked) => Promise<F>
  count: (figures: F, asked: Pick<Asked, 'branch' | 'time'>) => Readonly<Record<M, Sight | null>>
}
export interface Source {
  name: string
  title: string
  measures: Readonly<Record<string, Measure>>
  cells: (time: Time) => readonly Cell[]
  look: (asked: Asked) => Promise<Sights>
}
export const source = <M extends string, F>({ name, title, measures, cells, read, count }: Declared<M, F>): Source => ({
  ...{ name, title, measures },
  cells: cells ?? (() => []),
  look: async asked => count(await read(asked), asked),
})

const Numbers = z.record(z.string(), z.number())
/** A stored figure that is plain numbers, by name. */
export const numbersIn = (row: Pick<Rollup, 'value'>): Readonly<Record<string, number>> => Numbers.catch({}).parse(row.value)

/** What was seen of a measure; null where there was nothing to see. */
export const sight = (value: number | null, ...seen: Sight['seen']): Sight | null => (value === null ? null : { value, seen })
