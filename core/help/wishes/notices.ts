import { shanghai } from '../../shared/calendar'
import type { Hours } from '../../shared/hours'
import type { NoticeKind, Telling } from '../../shared/notices'
import type { Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { saySpan } from '../../shared/spans'
import { wishKindWords, wishTitles, type WishKind } from './kinds'

interface WishInNotice {
  _id: string
  kind: WishKind
  name: string
  raisedAt: Instant
  plan?:
    | (Hours & { people: readonly { memberId: string; name: string; part: string }[]; papers: readonly string[]; vehicle?: string })
    | undefined
}

export const wishNewsKinds = [
  'raised',
  'planned',
  'named',
  'unnamed',
  'left',
  'began',
  'done',
  'cancelled',
  'called-off',
  'remind',
  'remind-elder',
] as const
export type WishNewsKind = (typeof wishNewsKinds)[number]

interface Said {
  kind: NoticeKind
  title: string
  text: string
  note: string
}

const when = ({ plan }: WishInNotice): string => (plan ? saySpan(plan) : '')
const bring = ({ plan }: WishInNotice): string => (plan && plan.papers.length > 0 ? `要带：${plan.papers.join('、')}。` : '')
const company = ({ plan }: WishInNotice): string => (plan ? plan.people.map(one => `${one.name}（${one.part}）`).join('、') : '')
const car = ({ plan }: WishInNotice): string => (plan?.vehicle === undefined ? '' : `用车：${plan.vehicle}。`)

const said = (wish: WishInNotice, kind: WishNewsKind, by: string): Said => {
  const what = wishKindWords[wish.kind]
  switch (kind) {
    case 'raised':
      return { kind: 'wish-desk', title: `${wish.name}：${what}`, text: `${by}提出来了，请安排日子和人。`, note: '请安排日子和人' }
    case 'planned':
      return {
        kind: 'wish-news',
        title: `安排好了：${what}`,
        text: `时间：${when(wish)}。陪您的是：${company(wish)}。${car(wish)}${bring(wish)}当天走到哪一步，点开就看得到。`,
        note: '日子和人都安排好了',
      }
    case 'named':
      return {
        kind: 'wish-helping',
        title: `请您${wishTitles[wish.kind]}：${wish.name}`,
        text: `时间：${when(wish)}。同去的：${company(wish)}。${car(wish)}${bring(wish)}当天每办一步，点开打个勾，家里人就放心了。`,
        note: '请您同去，点开看安排',
      }
    case 'unnamed':
      return {
        kind: 'wish-helping',
        title: `不用您去了：${wish.name}`,
        text: `${wishTitles[wish.kind]}的安排有变动，这次不用您去了。`,
        note: '这次不用您去了',
      }
    case 'left':
      return {
        kind: 'wish-desk',
        title: `要重新安排人：${wish.name}`,
        text: `${by}去不了了，请给${when(wish)}的安排换人。`,
        note: '有人去不了，请换人',
      }
    case 'began':
      return { kind: 'wish-news', title: `开始了：${what}`, text: `${by}说第一步办好了。后面走到哪一步，点开就看得到。`, note: '已经出发' }
    case 'done':
      return { kind: 'wish-news', title: `办好了：${what}`, text: '办得怎么样，写在里面了，点开看看。', note: '办好了' }
    case 'cancelled':
      return { kind: 'wish-news', title: `不办了：${what}`, text: `${by}取消了。还需要的话，请再提出来。`, note: '已经取消' }
    case 'called-off':
      return {
        kind: 'wish-helping',
        title: `取消了：${wish.name}`,
        text: `${when(wish)}的${wishTitles[wish.kind]}取消了，不用去了。`,
        note: '取消了，不用去了',
      }
    case 'remind':
      return {
        kind: 'wish-helping',
        title: `明天${wishTitles[wish.kind]}：${wish.name}`,
        text: `时间：${when(wish)}。${car(wish)}${bring(wish)}`,
        note: '明天请按时去',
      }
    case 'remind-elder':
      return {
        kind: 'wish-news',
        title: `明天：${what}`,
        text: `时间：${when(wish)}。陪您的是：${company(wish)}。${bring(wish)}`,
        note: '明天按时出发',
      }
  }
}

/** What a person is told of a wish; told once for one version of it. */
export const wishNotice = (wish: WishInNotice, kind: WishNewsKind, { by, version }: { by: string; version: number }): Telling => {
  const { note, ...words } = said(wish, kind, by)
  return {
    ...{ ...words, about: `${wish._id}:${kind}:${String(version)}`, page: routes.wish({ id: wish._id }) },
    fields: {
      what: wishTitles[wish.kind],
      when: shanghai(wish.plan?.startsAt ?? wish.raisedAt).format('YYYY-MM-DD HH:mm'),
      where: '见安排',
      note,
    },
  }
}
