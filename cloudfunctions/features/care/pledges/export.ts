import type { pledges as contract } from '../../../../core/care/pledges/contract'
import { dateOf } from '../../../../core/shared/calendar'
import { sayPeriod } from '../../../../core/shared/obligations/periods'
import { writeExport } from '../../../kernel/files'
import { slicesOf } from '../../../kernel/in-groups'
import { byText, rowsBy } from '../../../kernel/keyset'
import { Organizations } from '../../people/public'
import { Partners } from '../pairings/documents'
import type { Handlers } from '../use-case'
import { Pledges } from './documents'
import { actsOf, owedOf, shownOf } from './item'

/** As many pledges as one sheet holds. */
const MOST_ROWS = 5000
const AT_ONCE = 1000

const columns = [
  { title: '支部', width: 30 },
  { title: '共建单位', width: 26 },
  { title: '承诺做什么', width: 26 },
  { title: '多久几次', width: 14 },
  { title: '应办', width: 8 },
  { title: '办了', width: 8 },
  { title: '过期没办', width: 10 },
  { title: '哪几期没办', width: 36 },
  { title: '办的经过', width: 60 },
] as const
const paceWords = { month: '每月', quarter: '每季度', half: '每半年', year: '每年' } as const

export const exportPledges: Handlers<Pick<typeof contract, 'pledge.export'>> = {
  async 'pledge.export'({ orgId, year }, context) {
    const { store, subject, now } = context
    const { items } = await rowsBy(store.table(Pledges), { scopes: orgId }, byText('_id'), { most: MOST_ROWS })
    const ids = (of: 'partnerId' | 'branchId') => [...new Set(items.map(one => one[of]))]
    const partners = (await Promise.all(slicesOf(ids('partnerId'), AT_ONCE).map(some => store.table(Partners).getMany(some)))).flat()
    const [branches, { writeWorkbook }] = await Promise.all([
      store.table(Organizations).getMany(ids('branchId')),
      import('../../../spreadsheets/write'),
    ])
    const partnerOf = new Map(partners.map(one => [one._id, one]))
    const nameOf = new Map(branches.map(one => [one._id, one.name]))
    const today = dateOf(now)
    const rows = items.map(row => {
      const partner = partnerOf.get(row.partnerId)
      const pledge = owedOf(row, partner)
      const { owed, done, overdue, periods } = shownOf(pledge, year, today)
      const late = periods.filter(one => one.state === 'overdue').map(one => sayPeriod(one.period))
      return [
        ...[nameOf.get(row.branchId) ?? '', partner?.name ?? '', row.what, `${paceWords[row.per]}${String(row.times)}次`],
        ...[String(owed), String(done), String(overdue), late.join('、')],
        actsOf(pledge, year).map(one => `${one.on} ${one.note}`.trim()).join('；'), // prettier-ignore
      ]
    })
    const content = await writeWorkbook([{ name: `${String(year)}年共建承诺`, columns, rows }])
    return writeExport(context, { name: '共建承诺', about: subject._id, content })
  },
}
