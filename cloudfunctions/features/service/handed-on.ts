import { shanghai } from '../../../core/shared/calendar'
import { slicesOf } from '../../kernel/in-groups'
import type { Store } from '../../kernel/store'
import type { TextSheet } from '../../spreadsheets/write'
import { countOf } from '../../../core/service/musters/rules'
import { Posts, Services } from './documents'
import { MusterCalls, Musters } from './musters/documents'

const AT_ONCE = 50
const clock = (at: number | undefined) => (at === undefined ? '' : shanghai(at).format('YYYY-MM-DD HH:mm'))

const postColumns = [
  { title: '岗位', width: 30 },
  { title: '类别', width: 14 },
  { title: '组织', width: 26 },
  { title: '地点', width: 24 },
  { title: '班次', width: 8 },
  { title: '报名', width: 8 },
] as const
const hourColumns = [
  { title: '岗位', width: 30 },
  { title: '开始', width: 18 },
  { title: '姓名', width: 12 },
  { title: '情况', width: 10 },
  { title: '小时', width: 8 },
  { title: '登记人', width: 12 },
] as const
const musterColumns = [
  { title: '集结', width: 30 },
  { title: '开始', width: 18 },
  { title: '点位', width: 30 },
  { title: '叫了', width: 8 },
  { title: '能来', width: 8 },
  { title: '到场', width: 8 },
] as const
const stateWords = { in: '在岗', served: '已服务', 'no-show': '未到', none: '不计' } as const

/** What a branch hands on of its service: its posts and musters, and the hours that people gave on them. `nameOf`: the name of a member. */
export const serviceHandedOn = async (store: Store, branchId: string, nameOf: (memberId: string) => string): Promise<TextSheet[]> => {
  const [posts, musters] = await Promise.all([store.table(Posts).findAll({ branchId }), store.table(Musters).findAll({ orgId: branchId })])
  const ids = [...posts, ...musters].map(one => one._id)
  const hours: string[][] = []
  for (const some of slicesOf(ids, AT_ONCE))
    for (const { title, startsAt, memberId, state, minutes, by } of await store.table(Services).findAll({ postId: { in: some } }))
      hours.push([title, clock(startsAt), nameOf(memberId), stateWords[state], (minutes / 60).toFixed(1), by.name])
  const rows = posts.map(({ title, kind, orgName, place, shifts, queue }) => [
    ...[title, kind, orgName, place.name, String(shifts.length), String(queue.length)],
  ])
  const nights: string[][] = []
  for (const { _id: musterId, title, startsAt, places } of musters) {
    const { called, coming, late, arrived } = countOf(await store.table(MusterCalls).findAll({ musterId }))
    const where = places.map(one => one.name).join('、')
    nights.push([title, clock(startsAt), where, String(called), String(coming + late), String(arrived)])
  }
  return [
    { name: '志愿岗位', columns: postColumns, rows },
    { name: '服务时长', columns: hourColumns, rows: hours },
    { name: '应急集结', columns: musterColumns, rows: nights },
  ]
}
