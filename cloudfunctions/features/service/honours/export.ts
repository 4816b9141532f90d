import type { honours as contract } from '../../../../core/service/honours/contract'
import { dateOf } from '../../../../core/shared/calendar'
import { writeExport } from '../../../kernel/files'
import { byText, rowsBy } from '../../../kernel/keyset'
import type { Handlers } from '../use-case'
import { Honours } from './documents'

/** As many honours as one sheet holds. */
const MOST_ROWS = 5000

const columns = [
  { title: '姓名', width: 12 },
  { title: '荣誉', width: 24 },
  { title: '授予日期', width: 14 },
  { title: '授予单位', width: 30 },
  { title: '事由', width: 50 },
  { title: '状态', width: 10 },
  { title: '收回原因', width: 40 },
] as const

export const exportHonours: Handlers<Pick<typeof contract, 'honour.export'>> = {
  async 'honour.export'({ orgId, year }, context) {
    const { store, subject, audit } = context
    const span = year === undefined ? {} : { on: { gte: `${String(year)}-01-01`, lt: `${String(year + 1)}-01-01` } }
    const [{ items }, { writeWorkbook }] = await Promise.all([
      rowsBy(store.table(Honours), { scopes: orgId, ...span }, byText('on', 'desc'), { most: MOST_ROWS }),
      import('../../../spreadsheets/write'),
    ])
    for (const memberId of new Set(items.map(one => one.memberId))) audit(memberId, 'honour.exported')
    const rows = items.map(({ name, title, on, orgName, reason, state, withdrawn }) => [
      ...[name, title, on, orgName, reason, state === 'stands' ? '有效' : `${withdrawn ? dateOf(withdrawn.at) : ''}收回`],
      withdrawn?.reason ?? '',
    ])
    const content = await writeWorkbook([{ name: '荣誉', columns, rows }])
    return writeExport(context, { name: '荣誉台账', about: subject._id, content })
  },
}
