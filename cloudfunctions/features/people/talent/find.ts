import type { talent as contract } from '../../../../core/people/talent/contract'
import { isConfirmed, nearness, REACH, skillAt } from '../../../../core/people/talent/rules'
import { usualSkills } from '../../../../core/people/talent/skills'
import { cursorAt, readNumberCursor } from '../../../../core/shared/cursor'
import type { Input } from '../../../../core/shared/operation'
import { metresBetween } from '../../../../core/shared/places'
import { pointOf } from '../../../kernel/geo'
import { byNumber, type Page, pageBy } from '../../../kernel/keyset'
import type { Filter, Store } from '../../../kernel/store'
import { Organizations } from '../documents'
import type { Context, Handlers } from '../use-case'
import { namesAt, skillsAbove } from './books'
import { Talents, type Talent } from './documents'
import { sayTalent } from './item'

const PAGE = 20
/** So many of the nearest are put in order; those beyond them are no help to a person who looks for one that is near. */
const NEAREST = 200
const byWord = byNumber('confirmedAt', 'desc')
/** Before the cursor of those whose place is not known, who follow the near ones. */
const REST = 'rest:'

type Wanted = Filter<Talent>
type Found = Talent & { metres?: number }
type Point = NonNullable<Input<(typeof contract)['talent.find']>['point']>

/** Those whose place is not known, behind the near ones. One query. */
const rest = async (store: Store, wanted: Wanted, size: number, cursor: string | undefined): Promise<Page<Found>> => {
  const page = await pageBy(store.table(Talents), { ...wanted, spot: { exists: false } }, byWord, { size, cursor })
  return { ...page, cursor: page.cursor === null ? null : REST + page.cursor }
}

/** The nearest first, those whose word holds before the others; then those whose place is not known. */
const nearest = async (
  { store, now, fail }: Pick<Context<'talent.find'>, 'store' | 'now' | 'fail'>,
  wanted: Wanted,
  point: Point,
  cursor: string | undefined,
): Promise<Page<Found>> => {
  if (cursor?.startsWith(REST)) return rest(store, wanted, PAGE, cursor.slice(REST.length) || undefined)
  const after = cursor === undefined ? undefined : readNumberCursor(cursor)
  if (after === null) return fail('INVALID_INPUT', { paths: ['cursor'] })
  const rows = await store.table(Talents).find({ ...wanted, spot: { near: point, within: REACH } }, { limit: NEAREST })
  const ordered = rows
    .flatMap(row => {
      if (!row.spot) return []
      const metres = Math.round(metresBetween(point, pointOf(row.spot)))
      return [{ ...row, metres, rank: nearness(metres, isConfirmed(row.confirmedAt, now)) }]
    })
    .sort((one, other) => one.rank - other.rank || (one._id < other._id ? -1 : 1))
    .filter(one => after === undefined || one.rank > after[0] || (one.rank === after[0] && one._id > after[1]))
  const items = ordered.slice(0, PAGE)
  const last = items.at(-1)
  if (last && ordered.length > PAGE) return { items, cursor: cursorAt(last.rank, last._id) }
  return last ? { items, cursor: REST } : rest(store, wanted, PAGE, undefined)
}

export const find: Handlers<Pick<typeof contract, 'talent.find'>> = {
  async 'talent.find'({ orgId, skill: said, point, day, level, cursor }, context) {
    const { store, subject: org, now, fail } = context
    const skill = usualSkills.of(said) ?? (await skillsAbove(store, org.path)).of(said)
    if (skill === undefined) return fail('INVALID_INPUT', { paths: ['skill'] })
    const wanted: Wanted = {
      found: skillAt(orgId, skill),
      ...(day === undefined ? {} : { days: day }),
      ...(level === undefined ? {} : { levels: level }),
    }
    const page: Page<Found> = point
      ? await nearest(context, wanted, point, cursor)
      : await pageBy(store.table(Talents), wanted, byWord, { size: PAGE, cursor })
    const [orgs, skillName] = await Promise.all([
      store.table(Organizations).getMany([...new Set(page.items.map(one => one.branchId))]),
      namesAt(store, page.items),
    ])
    const nameOf = new Map(orgs.map(one => [one._id, one.name]))
    return {
      items: page.items.map(row => ({
        ...{ memberId: row._id, name: row.name, branchName: nameOf.get(row.branchId) ?? '' },
        ...(row.metres === undefined ? {} : { metres: row.metres }),
        ...sayTalent(row, now, skillName),
      })),
      cursor: page.cursor,
    }
  },
}
