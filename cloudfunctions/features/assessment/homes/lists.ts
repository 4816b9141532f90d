import { checkWords, homeChecks } from '../../../../core/assessment/homes/checks'
import { homes as contract } from '../../../../core/assessment/homes/contract'
import { dateOf } from '../../../../core/shared/calendar'
import { rootOf } from '../../../../core/shared/scopes'
import { writeExport } from '../../../kernel/files'
import { byText, pageBy, pagePicked, rowsBy } from '../../../kernel/keyset'
import type { Handlers } from '../use-case'
import { PartyHomes } from './documents'
import { lookOf, shownOf } from './shown'

const PAGE = 20
const MOST = 2000
const inOrder = byText('_id')
const stateWords = { holds: '达到', lacks: '没达到', unseen: '没看' } as const

const columns = [
  { title: '老党员之家', width: 26 },
  { title: '地址', width: 36 },
  { title: '共用的支部', width: 40 },
  { title: '达到', width: 8 },
  ...homeChecks.map(check => ({ title: checkWords[check].name, width: 24 })),
] as const

export const lists: Handlers<Pick<typeof contract, 'home.get' | 'home.list' | 'home.near' | 'home.export'>> = {
  async 'home.get'(_input, { subject: row, now, may, holds }) {
    const looks = row.looks.toSorted((one, other) => other.at - one.at).map(one => ({ check: one.check, ...lookOf(one) }))
    // It is the subject by the places of those who use it as well: what is its keeper's needs an office over the keeper.
    const saves = holds(contract['home.save'].who, row.path)
    const leaves = (branchId: string) =>
      branchId !== row.orgId && row.affiliates.some(({ path }) => path.endsWith(`/${branchId}/`) && holds(contract['home.share'].who, path))
    return {
      ...shownOf(row, dateOf(now)),
      looks,
      may: [...may('check'), ...(saves ? (['save'] as const) : [])],
      leavers: row.branchIds.filter(leaves),
    }
  },

  async 'home.list'({ orgId, cursor }, { store, now, may }) {
    const page = await pageBy(store.table(PartyHomes), { scopes: orgId }, inOrder, { size: PAGE, cursor })
    return { items: page.items.map(row => shownOf(row, dateOf(now))), cursor: page.cursor, may: may('save', 'export') }
  },

  async 'home.near'({ branchId, cursor }, { store, subject: branch }) {
    const others = { root: rootOf(branch.path), branchIds: { not: branchId } } as const
    // What was looked at stays out of it: a row grows with every look.
    const page = await pagePicked(store.table(PartyHomes), others, inOrder, ['_id', 'name', 'address', 'branches'], { size: PAGE, cursor })
    return {
      items: page.items.map(({ _id, name, address, branches }) => ({ homeId: _id, name, address, branches: branches.length })),
      cursor: page.cursor,
    }
  },

  async 'home.export'({ orgId }, context) {
    const { store, now } = context
    const today = dateOf(now)
    const [{ items }, { writeWorkbook }] = await Promise.all([
      rowsBy(store.table(PartyHomes), { scopes: orgId }, inOrder, { most: MOST }),
      import('../../../spreadsheets/write'),
    ])
    const rows = items.map(row => {
      const { name, address, branches, checks, holds } = shownOf(row, today)
      const cells = checks.map(({ state, last }) =>
        [stateWords[state], last?.on ?? '', last?.words ?? ''].filter(one => one !== '').join(' '),
      )
      return [name, address, branches.map(one => one.name).join('、'), `${String(holds)}/${String(checks.length)}`, ...cells]
    })
    const content = await writeWorkbook([{ name: '老党员之家', columns, rows, landscape: true }])
    return writeExport(context, { name: '老党员之家', about: orgId, content })
  },
}
