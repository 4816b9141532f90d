import { MOST_LOOKS, MOST_SHARING } from '../../../../core/assessment/homes/checks'
import type { homes as contract } from '../../../../core/assessment/homes/contract'
import { dateOf } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'
import { rootOf, scopesOf } from '../../../../core/shared/scopes'
import { claimFiles } from '../../../kernel/files'
import { changeRow } from '../../../kernel/settle'
import type { Organization } from '../../people/public'
import type { Handlers } from '../use-case'
import { PartyHomes, type PartyHome } from './documents'

/** The home with the lists that it stands on. */
export const listed = (row: PartyHome): PartyHome => {
  const paths = [row.path, ...row.affiliates.map(one => one.path)]
  return { ...row, scopes: [...new Set(paths.flatMap(scopesOf))], branchIds: row.branches.map(one => one.branchId) }
}

const withBranch = (row: PartyHome, { _id: branchId, name, path }: Pick<Organization, '_id' | 'name' | 'path'>): PartyHome =>
  row.branchIds.includes(branchId)
    ? row
    : listed({ ...row, branches: [...row.branches, { branchId, name }], affiliates: [...row.affiliates, { path }] })

const withoutBranch = (row: PartyHome, { _id: branchId, path }: Pick<Organization, '_id' | 'path'>): PartyHome =>
  row.branchIds.includes(branchId)
    ? listed({
        ...row,
        branches: row.branches.filter(one => one.branchId !== branchId),
        affiliates: row.affiliates.filter(one => one.path !== path),
      })
    : row

export const keep: Handlers<Pick<typeof contract, 'home.save' | 'home.share' | 'home.check'>> = {
  async 'home.save'({ name, address, point, homeId }, context) {
    const { store, subject: org, actor, commandId, checkText, fail } = context
    const table = store.table(PartyHomes)
    const id = homeId ?? commandId
    const [before] = await Promise.all([table.get(id), checkText(name, address)])
    const said = { name, address, ...(point === undefined ? {} : { point }) }
    if (homeId !== undefined) {
      if (before?.orgId !== org._id) return fail('NOT_FOUND')
      await changeRow(table, before, row => ({ ...omit(row, 'point'), ...said }))
      return { homeId: id }
    }
    const { _id: orgId, path } = org
    const bare = listed({
      ...{ _id: id, orgId, path, root: rootOf(path), scopes: [], ...said, branches: [], branchIds: [], affiliates: [] },
      ...{ last: {}, looks: [], createdBy: actor, version: 1 },
    })
    if (!before) await table.add(org.kind === 'branch' ? withBranch(bare, org) : bare)
    return { homeId: id }
  },

  async 'home.share'({ homeId, uses }, { store, subject: branch, fail }) {
    if (branch.kind !== 'branch') return fail('INVALID_INPUT', { paths: ['branchId'] })
    const table = store.table(PartyHomes)
    const home = await table.get(homeId)
    if (home?.root !== rootOf(branch.path)) return fail('NOT_FOUND')
    await changeRow(table, home, row => {
      // Who keeps it uses it.
      if (!uses) return row.orgId === branch._id ? fail('CONFLICT') : withoutBranch(row, branch)
      return row.branches.length >= MOST_SHARING && !row.branchIds.includes(branch._id) ? fail('CONFLICT') : withBranch(row, branch)
    })
    return {}
  },

  async 'home.check'({ homeId, check, holds, on, words = '', photoFileIds = [] }, context) {
    const { store, subject: home, actor: by, commandId, now, checkText, fail } = context
    if (on > dateOf(now)) return fail('INVALID_INPUT', { paths: ['on'], message: '请选今天或者以前的日子' })
    await Promise.all([checkText(words), claimFiles(context, photoFileIds, { purpose: 'home', about: homeId })])
    await changeRow(store.table(PartyHomes), home, row => {
      if (row.looks.some(one => one.commandId === commandId)) return row
      const look = { commandId, check, holds, on, at: now, by, words, photoFileIds }
      const others = row.looks.filter(one => one.check !== check)
      const same = [...row.looks.filter(one => one.check === check), look].slice(-MOST_LOOKS)
      // One that is put down later for an earlier day does not say how it is now.
      const last = row.last[check] && row.last[check].on > on ? row.last[check] : look
      return { ...row, last: { ...row.last, [check]: last }, looks: [...others, ...same] }
    })
    return {}
  },
}
