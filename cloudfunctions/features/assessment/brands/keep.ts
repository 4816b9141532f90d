import type { brands as contract } from '../../../../core/assessment/brands/contract'
import { brandId, MOST_PAST } from '../../../../core/assessment/brands/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'
import { rootOf } from '../../../../core/shared/scopes'
import { claimFiles, endFiles } from '../../../kernel/files'
import { changeRow } from '../../../kernel/settle'
import { Activities } from '../../life/public'
import type { Context, Handlers } from '../use-case'
import { Brands, type Brand, type BrandTold } from './documents'

/** The activities of the branch that are tied to it, by their ids; NOT_FOUND for one that is not its own. */
const tiedTo = async (
  { store, subject: branch, fail }: Pick<Context<'brand.save'>, 'store' | 'subject' | 'fail'>,
  activityIds: readonly string[],
): Promise<BrandTold['activities']> => {
  const unique = [...new Set(activityIds)]
  const found = await store.table(Activities).getMany(unique)
  // An activity of a group of the branch is the branch's.
  const own = found.filter(one => one.path.startsWith(branch.path) && one.state === 'published')
  if (own.length < unique.length) return fail('NOT_FOUND')
  return own
    .toSorted((one, other) => other.startsAt - one.startsAt)
    .map(one => ({ activityId: one._id, title: one.title, on: dateOf(one.startsAt) }))
}

/** The photos of all that the row still tells of. */
const photosIn = ({ now, past }: Brand): string[] => [...(now?.photoFileIds ?? []), ...past.flatMap(one => one.photoFileIds)]

export const keep: Handlers<Pick<typeof contract, 'brand.save' | 'brand.end'>> = {
  async 'brand.save'({ kind, version, name, story, changed = '', photoFileIds = [], activityIds = [] }, context) {
    const { store, subject: branch, actor: by, commandId, now, checkText, fail } = context
    if (branch.kind !== 'branch') return fail('INVALID_INPUT', { paths: ['branchId'] })
    const _id = brandId(branch._id, kind)
    const table = store.table(Brands)
    const [before, activities] = await Promise.all([table.get(_id), tiedTo(context, activityIds), checkText(name, story, changed)])
    if (before?.commandId === commandId) return { brandId: _id, version: before.version }
    await claimFiles(context, photoFileIds, { purpose: 'brand', about: _id })
    const told = { name, story, changed, photoFileIds, activities }
    const place = { branchName: branch.name, path: branch.path, root: rootOf(branch.path) }
    const written = { ...place, shown: true, changedAt: now, by, commandId }
    const fresh: Brand = {
      ...{ _id, kind, branchId: branch._id, audience: 'open', ...written, now: { ...told, since: dateOf(now) }, past: [], version: 1 },
    }
    if (!before && (await table.add(fresh)) === 'added') return { brandId: _id, version: 1 }
    const seen = before ?? (await table.get(_id)) ?? fail('NOT_FOUND')
    const after = await changeRow(table, seen, row => {
      if (row.commandId === commandId) return row
      // What another phone wrote meanwhile is not written over.
      if (row.shown ? row.version !== version : version !== undefined && row.version !== version) return fail('CONFLICT')
      return { ...row, ...written, now: { ...told, since: row.now?.since ?? dateOf(now) } }
    })
    await endFiles(context, { purpose: 'brand', about: _id }, photosIn(after))
    return { brandId: _id, version: after.version }
  },

  async 'brand.end'({ kind, why }, context) {
    const { store, subject: branch, actor: by, commandId, now, checkText, fail } = context
    const table = store.table(Brands)
    const [before] = await Promise.all([table.get(brandId(branch._id, kind)), checkText(why)])
    if (!before) return fail('NOT_FOUND')
    await changeRow(table, before, row => {
      if (!row.now) return row
      const past = [...row.past, { ...row.now, until: dateOf(now), why }].slice(-MOST_PAST)
      return { ...omit(row, 'now'), past, shown: false, changedAt: now, by, commandId }
    })
    return {}
  },
}
