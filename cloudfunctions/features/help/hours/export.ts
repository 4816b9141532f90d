import type { hours as contract } from '../../../../core/help/hours/contract'
import { bookingWords, hoursKindWords } from '../../../../core/help/hours/kinds'
import { shanghai } from '../../../../core/shared/calendar'
import { writeExport } from '../../../kernel/files'
import { byNumber, rowsBy } from '../../../kernel/keyset'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { Consultations, type Consultation } from './documents'

const MOST_ROWS = 1000
const clock = (at: number) => shanghai(at).format('YYYY-MM-DD HH:mm')

export const hoursColumns = [
  { title: '名称', width: 24 },
  { title: '类别', width: 16 },
  { title: '组织', width: 26 },
  { title: '地点', width: 24 },
  { title: '坐班的人', width: 20 },
  { title: '开始', width: 18 },
  { title: '结束', width: 18 },
  { title: '谁约的', width: 12 },
  { title: '情况', width: 12 },
] as const

/** Every time, who has it and what became of it; never what for. */
export const hoursRows = (rows: readonly Consultation[], nameOf: (memberId: string) => string): string[][] =>
  rows.flatMap(({ title, kind, orgName, place, hostIds, slots, bookings }) =>
    [...slots]
      .sort((one, other) => one.startsAt - other.startsAt)
      .flatMap(slot => {
        const head = [
          title,
          hoursKindWords[kind],
          orgName,
          place.name,
          hostIds.map(nameOf).join('、'),
          clock(slot.startsAt),
          clock(slot.endsAt),
        ]
        const own = bookings.filter(one => one.startsAt === slot.startsAt)
        return own.length > 0
          ? own.map(one => [...head, one.name, bookingWords[one.state]])
          : [[...head, '', slot.off === true ? '取消了' : '没有人约']]
      }),
  )

export const exportHours: Handlers<Pick<typeof contract, 'hours.export'>> = {
  async 'hours.export'({ orgId }, context) {
    const { store, subject: org, audit } = context
    const [{ items }, { writeWorkbook }] = await Promise.all([
      rowsBy(store.table(Consultations), { scopes: orgId }, byNumber('endsAt', 'desc'), { most: MOST_ROWS }),
      import('../../../spreadsheets/write'),
    ])
    const hosts = await store.table(Members).getMany([...new Set(items.flatMap(one => one.hostIds))])
    const names = new Map(hosts.map(one => [one._id, one.name]))
    for (const memberId of new Set(items.flatMap(one => one.bookings.map(each => each.memberId)))) audit(memberId, 'hours.exported')
    const rows = hoursRows(items, memberId => names.get(memberId) ?? '')
    return writeExport(context, {
      name: '预约咨询',
      about: org._id,
      content: await writeWorkbook([{ name: '预约咨询', columns: hoursColumns, rows }]),
    })
  },
}
