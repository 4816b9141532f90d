import type { Sight } from '../../../../core/assessment/evidence/measures'
import type { EvidenceAsked } from '../../../../core/assessment/templates/standards'
import { addDays, dateOf, instantOf } from '../../../../core/shared/calendar'
import { periodOn, periodsBetween, spanOf } from '../../../../core/shared/obligations/periods'
import type { Instant } from '../../../../core/shared/operation'
import { Rollups } from '../../../kernel/documents'
import { remembering } from '../../../kernel/remembering'
import { rollupId } from '../../../kernel/rollups'
import type { Store } from '../../../kernel/store'
import type { Organization } from '../../people/public'
import type { Asked, Time } from './source'
import { sourceNamed } from './sources'

/** The time of a period, as far as it is over at an instant. */
export const timeOf = (period: string, now: Instant): Time => {
  const span = spanOf(period)
  const today = dateOf(now)
  const last = today < span.to ? today : span.to
  const [from, end] = [instantOf(span.from), instantOf(addDays(span.to, 1))]
  return {
    ...{ span, year: Number(period.slice(0, 4)), today, from, until: Math.min(end, now) },
    months: periodsBetween(periodOn('month', span.from), periodOn('month', last)),
  }
}

interface Gathering {
  store: Store
  branch: Organization
  period: string
  now: Instant
}

/** What the figures say to one rule: null where no source sees it. */
export type EvidenceOf = (asked: Pick<EvidenceAsked, 'source' | 'measure'>) => Sight | null

/**
 * Gathers all that these rules ask of a branch: the boards' figures in one request, and what each source reads beside, alike searches once. Its cost is that of a
 * branch, whatever there is besides.
 */
export const gather = async (
  { store, branch, period, now }: Gathering,
  asked: readonly Pick<EvidenceAsked, 'source'>[],
): Promise<EvidenceOf> => {
  const wanted = [...new Set(asked.map(one => one.source))].flatMap(name => sourceNamed(name) ?? [])
  const time = timeOf(period, now)
  const read = remembering(store)
  const ids = wanted.flatMap(one => one.cells(time)).flatMap(one => one.periods.map(each => rollupId(one.topic, branch._id, each)))
  const rows = ids.length === 0 ? [] : await read.table(Rollups).getMany([...new Set(ids)])
  const found = new Map(rows.filter(row => row.value !== null).map(row => [row._id, row]))
  const cells: Asked['cells'] = (topic, periods) => periods.flatMap(one => found.get(rollupId(topic, branch._id, one)) ?? [])
  const looked = await Promise.all(wanted.map(async one => [one.name, await one.look({ store: read, branch, time, now, cells })] as const))
  const sights = new Map(looked)
  return ({ source, measure }) => sights.get(source)?.[measure] ?? null
}
