import { dateOf, shanghai } from '../../../../core/shared/calendar'
import type { stations as contract } from '../../../../core/service/stations/contract'
import { saySpan } from '../../../../core/shared/spans'
import { byNumber, byText, rowsBy } from '../../../kernel/keyset'
import { writeExport } from '../../../kernel/files'
import { Members, Organizations } from '../../people/public'
import { Teams } from '../documents'
import type { Handlers } from '../use-case'
import { heldOn } from './days'
import { Stations, StationWords } from './documents'
import { monthOfStation, serviceOn } from './roster'

/** More stations than a district has, and words that one sheet holds. */
const [MOST, MOST_WORDS] = [5000, 5000]

const clock = (at: number | undefined) => (at === undefined ? '' : shanghai(at).format('HH:mm'))
const WEEKDAYS = '一二三四五六日'
const sayDays = (days: readonly number[]) => (days.length === 7 ? '每天' : `周${days.map(day => WEEKDAYS[day - 1] ?? '').join('、')}`)
const stateWords = { in: '已签到', served: '已服务', 'no-show': '未到', none: '' } as const

const stationColumns = [
  { title: '名称', width: 28 },
  { title: '类别', width: 10 },
  { title: '所在组织', width: 24 },
  { title: '地址', width: 30 },
  { title: '电话', width: 16 },
  { title: '开放时间', width: 16 },
  { title: '开放日', width: 16 },
  { title: '服务队', width: 40 },
  { title: '每天人数', width: 10 },
] as const
const gapColumns = [
  { title: '名称', width: 28 },
  { title: '日期', width: 14 },
  { title: '还缺人数', width: 10 },
] as const
const wordColumns = [
  { title: '站点', width: 28 },
  { title: '时间', width: 18 },
  { title: '姓名', width: 12 },
  { title: '留言', width: 60 },
  { title: '回复', width: 60 },
  { title: '回复人', width: 12 },
] as const
const dutyColumns = [
  { title: '日期', width: 26 },
  { title: '姓名', width: 12 },
  { title: '电话', width: 16 },
  { title: '签到', width: 8 },
  { title: '签退', width: 8 },
  { title: '情况', width: 12 },
  { title: '签名', width: 14 },
] as const

export const exportStations: Handlers<Pick<typeof contract, 'station.export' | 'station.dutyList'>> = {
  async 'station.export'({ orgId }, context) {
    const { store, subject, now, audit } = context
    const filter = { path: { startsWith: subject.path }, state: 'open' }
    const [{ items: rows }, { items: words }, { writeWorkbook }] = await Promise.all([
      rowsBy(store.table(Stations), filter, byText('path'), { most: MOST }),
      rowsBy(store.table(StationWords), { scopes: orgId }, byNumber('at', 'desc'), { most: MOST_WORDS }),
      import('../../../spreadsheets/write'),
    ])
    const [orgs, teams, authors] = await Promise.all([
      store.table(Organizations).getMany([...new Set(rows.map(one => one.orgId))]),
      store.table(Teams).getMany([...new Set(rows.flatMap(one => one.teamIds))]),
      store.table(Members).getMany([...new Set(words.map(one => one.memberId))]),
    ])
    const [orgOf, teamOf, nameOf] = [orgs, teams, authors].map(some => new Map(some.map(one => [one._id, one.name])))
    for (const { _id } of authors) audit(_id, 'station.exported')
    const today = dateOf(now)
    const content = await writeWorkbook([
      {
        name: '服务站点',
        columns: stationColumns,
        rows: rows.map(one => [
          ...[one.name, one.kind === 'station' ? '服务站' : '服务点', orgOf?.get(one.orgId) ?? '', one.address, one.phone ?? ''],
          ...[`${one.hours.from}-${one.hours.to}`, sayDays(one.days)],
          ...[one.teamIds.flatMap(id => teamOf?.get(id) ?? []).join('、'), String(one.need)],
        ]),
      },
      {
        name: '七天内缺人',
        columns: gapColumns,
        rows: rows.flatMap(one => one.gaps.filter(gap => gap.date >= today).map(gap => [one.name, gap.date, String(gap.short)])),
      },
      {
        name: '留言',
        columns: wordColumns,
        rows: words.map(one => [
          ...[one.stationName, shanghai(one.at).format('YYYY-MM-DD HH:mm'), nameOf?.get(one.memberId) ?? '', one.text],
          ...[one.answer?.text ?? '', one.answer?.by.name ?? ''],
        ]),
      },
    ])
    return writeExport(context, { name: '服务站点', about: orgId, content })
  },

  async 'station.dutyList'({ stationId, month }, context) {
    const { store, subject, audit } = context
    const [{ post, days, people, services }, { writeWorkbook }] = await Promise.all([
      monthOfStation(store, subject, month),
      import('../../../spreadsheets/write'),
    ])
    const rows = days.flatMap(day => {
      const held = heldOn(day)
      const named = held.map(({ memberId }) => {
        const service = serviceOn(services, post, day, memberId)
        const member = people.get(memberId)
        return [
          ...[saySpan(day), member?.name ?? '', member?.phones[0] ?? '', clock(service?.signedInAt), clock(service?.signedOutAt)],
          ...[service ? `${stateWords[service.state]}${service.state === 'served' ? `${String(service.minutes)}分钟` : ''}` : '', ''],
        ]
      })
      return [...named, ...Array.from({ length: Math.max(0, day.need - held.length) }, () => [saySpan(day), '', '', '', '', '空缺', ''])]
    })
    for (const memberId of people.keys()) audit(memberId, 'station.exported', stationId)
    const content = await writeWorkbook([{ name: `${month}值班表`, columns: dutyColumns, rows }])
    return writeExport(context, { name: `${subject.name}${month}值班表`, about: stationId, content })
  },
}
