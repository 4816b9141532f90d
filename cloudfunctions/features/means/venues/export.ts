import type { venues as contract } from '../../../../core/means/venues/contract'
import { bookingWords } from '../../../../core/means/venues/kinds'
import { addDays, dateOf, shanghai } from '../../../../core/shared/calendar'
import { writeExport } from '../../../kernel/files'
import { slicesOf } from '../../../kernel/in-groups'
import { byText, rowsBy } from '../../../kernel/keyset'
import { Organizations } from '../../people/public'
import type { Handlers } from '../use-case'
import { type VenueDay, VenueDays, Venues } from './documents'

/** Days of rooms that one sheet holds. */
const MOST_DAYS = 5000
const AT_ONCE = 1000
/** Without dates: a quarter back, and what is booked for the quarter to come. */
const AROUND = 92

const venueColumns = [
  { title: '场地', width: 26 },
  { title: '日期', width: 14 },
  { title: '开始', width: 10 },
  { title: '结束', width: 10 },
  { title: '哪个支部', width: 28 },
  { title: '谁订的', width: 12 },
  { title: '做什么', width: 30 },
  { title: '套餐', width: 20 },
  { title: '要用的设备', width: 24 },
  { title: '情况', width: 12 },
  { title: '来了几人', width: 10 },
  { title: '为什么取消', width: 24 },
] as const

const clock = (at: number) => shanghai(at).format('HH:mm')

/** Each booking of these days. */
const venueRows = (days: readonly VenueDay[], nameOf: (orgId: string) => string): string[][] =>
  days.flatMap(day =>
    [...day.bookings]
      .sort((one, other) => one.startsAt - other.startsAt)
      .map(one => [
        ...[day.venueName, day.date, clock(one.startsAt), clock(one.endsAt), nameOf(one.orgId), one.by.name, one.purpose],
        ...[one.programme ?? '', (one.equipment ?? []).join('、'), bookingWords[one.state]],
        ...[one.came === undefined ? '' : String(one.came), one.cancelled?.reason ?? ''],
      ]),
  )

export const exportVenues: Handlers<Pick<typeof contract, 'venue.export'>> = {
  async 'venue.export'({ orgId, venueId, from, to }, context) {
    const { store, subject: org, now, fail } = context
    if (venueId !== undefined && !(await store.table(Venues).get(venueId))?.path.startsWith(org.path)) return fail('NOT_FOUND')
    const span = { gte: from ?? addDays(dateOf(now), -AROUND), lt: addDays(to ?? addDays(dateOf(now), AROUND), 1) }
    const filter = venueId === undefined ? { scopes: orgId, date: span } : { venueId, date: span }
    const [{ items }, { writeWorkbook }] = await Promise.all([
      rowsBy(store.table(VenueDays), filter, byText('date'), { most: MOST_DAYS }),
      import('../../../spreadsheets/write'),
    ])
    const ids = [...new Set(items.flatMap(one => one.orgIds))]
    const orgs = (await Promise.all(slicesOf(ids, AT_ONCE).map(some => store.table(Organizations).getMany(some)))).flat()
    const names = new Map(orgs.map(one => [one._id, one.name]))
    const rows = venueRows(items, id => names.get(id) ?? '')
    const content = await writeWorkbook([{ name: '场地使用', columns: venueColumns, rows }])
    return writeExport(context, { name: '场地使用', about: org._id, content })
  },
}
