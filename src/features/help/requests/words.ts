import type { HelperRole, Risk } from '../../../../core/help/requests/states'
import { titleOf } from '../../../../core/help/requests/emergencies'
import { type RequestKind, requestKinds } from '../../../../core/shared/request-kinds'
import { instantOf } from '../../../../core/shared/calendar'
import type { Tone } from '../../../components/Icon'
import type { IconName } from '../../../components/icons'
import { clockTime, day } from '../../../components/times'
import type { Given } from '../../../platform/call'

export type Full = Given<'request.get'>
export type Item = Given<'request.mine'>['items'][number]
export type DeskItem = Given<'request.desk'>['items'][number]
export type Callable = Full['callable'][number]

/** The picture of each kind. */
export const kindIcons: Readonly<Record<RequestKind, IconName>> = {
  bulb: 'bulb',
  water: 'tap',
  electricity: 'power',
  leak: 'drops',
  medicine: 'pill',
  payment: 'wallet',
  'medical-card': 'id-card',
  housekeeper: 'brush',
  escort: 'stethoscope',
  car: 'car',
  talk: 'talk',
  legal: 'law',
  other: 'more',
}

/** The picture of a request. */
export const iconOf = ({ kind, emergency }: Pick<Item, 'kind' | 'emergency'>): IconName => emergency ?? kindIcons[kind]

/** What one might say about it, shown in the empty field. */
export const examples: Readonly<Record<RequestKind, string>> = {
  bulb: '客厅的灯不亮了，我够不着',
  water: '厨房的水龙头关不上',
  electricity: '家里突然没电了',
  leak: '卫生间的水管爆了',
  medicine: '降压药快没了，腿脚不便',
  payment: '电费不会在手机上交',
  'medical-card': '优待证要换新的',
  housekeeper: '想找一位白天的保姆',
  escort: '星期三上午要去医院看眼睛',
  car: '星期三上午要去医院',
  talk: '想找个人说说话',
  legal: '房子过户的事想问一问',
  other: '要帮什么忙，说一句就行',
}

/** The kind an address names; undefined for a word of another version. */
export const kindOf = (text: string | undefined): RequestKind | undefined => requestKinds.find(kind => kind === text)

/** In which part a member helps, before their name. */
const roleWords: Readonly<Record<HelperRole | 'elder', string>> = {
  liaison: '联络员',
  leader: '党小组长',
  team: '服务队',
  volunteer: '志愿者',
  secretary: '支部书记',
  street: '街道',
  bureau: '老干部局',
  elder: '',
}

/** 联络员陈志强. */
export const titled = ({ name, role }: { name: string; role: HelperRole | 'elder' }): string => roleWords[role] + name

/** Said so on a button, where the whole would break a name in two. */
const brief: Partial<Record<HelperRole | 'elder', string>> = { secretary: '书记', leader: '组长' }

/** 打给书记马静宜. */
export const ringWords = ({ name, role }: { name: string; role: HelperRole | 'elder' }): string =>
  `打给${brief[role] ?? roleWords[role]}${name}`

const isRole = (text: string): text is keyof typeof roleWords => text in roleWords

/** The same for a role that came with a refusal. */
export const titledText = ({ name, role }: { name: string; role: string }): string => (isRole(role) ? titled({ name, role }) : name)

/** A moment in few words: 今天晚上9:00, 11月20日晚上9:00. */
export const briefly = (at: number): string => `${day(at).split(' ')[0] ?? ''}${clockTime(at)}`

/** So many are named before the rest is counted. */
const NAMED = 2

/** 联络员陈志强、党小组长李明等 5 位. */
export const named = (people: readonly { name: string; role: HelperRole }[]): string => {
  const first = people.slice(0, NAMED).map(titled).join('、')
  return people.length > NAMED ? `${first}等 ${people.length} 位` : first
}

interface Chip {
  icon: IconName
  tone: Tone
  words: string
}

/** How a request stands, in words with their picture; the words name who has it. */
export const stateChip = ({ state, as, owner, risk }: Pick<Item, 'state' | 'as' | 'owner' | 'risk'>): Chip => {
  // Nothing is green about a promise that was not kept.
  const tone = risk === 'broken' ? 'soft' : 'good'
  const who = as === 'owner' ? '您' : owner ? titled(owner) : ''
  switch (state) {
    case 'waiting':
      return { icon: 'clock', tone: 'warn', words: as === 'asked' ? '等您答复' : '正在找人' }
    case 'accepted':
      return { icon: 'hand', tone, words: as === 'asked' ? `${who}要个帮手` : as === 'owner' ? '在您手里' : `${who}来办` }
    case 'on-the-way':
      return { icon: 'steps', tone, words: as === 'asked' ? `${who}要个帮手` : `${who}在路上` }
    case 'done':
      return { icon: 'info', tone: 'info', words: as === 'elder' ? `${who}说办好了，请您看看` : '说办好了，等老同志回话' }
    case 'closed':
      return { icon: 'done', tone: 'good', words: '办好了' }
    case 'cancelled':
      return { icon: 'close', tone: 'soft', words: '不用办了' }
  }
}

const risks: Readonly<Record<Exclude<Risk, 'fine'>, Chip>> = {
  'at-risk': { icon: 'warn', tone: 'warn', words: '快到说好的时间' },
  broken: { icon: 'alert', tone: 'warn', words: '已超时' },
}

/** What is wrong with its promise; nothing where all is well. The elder is not troubled with it. */
export const riskChip = ({ risk, as, state }: Pick<Item, 'risk' | 'as' | 'state'>): Chip | undefined =>
  risk === 'fine' || as === 'elder' || as === 'past' || state === 'cancelled' ? undefined : risks[risk]

/** Still needs a helper, or an answer of the elder. */
export const isRunning = ({ state }: Pick<Item, 'state'>): boolean => state !== 'closed' && state !== 'cancelled'

export const isLive = ({ state }: Pick<Item, 'state'>): boolean => isRunning({ state }) && state !== 'done'

/** Was it promised to be done by now, and is not? */
export const isLate = (item: Pick<Item, 'risk' | 'state'>): boolean => item.risk === 'broken' && isLive(item)

/** One line for a list: how it stands and what was promised; where the promise was broken, that first. */
export const inOneLine = (item: Item): string => {
  const { words } = stateChip(item)
  if (isLate(item))
    return `没按时办到${item.as === 'elder' ? '，对不起' : ''}；${item.chaser ? `${titled(item.chaser)}在催，` : ''}${words}`
  return `${words}${isLive(item) ? `，${item.promise}` : ''}`
}

export const kindTitle: (item: Pick<Item, 'kind' | 'emergency'>) => string = titleOf

/** Where it is, as far as a helper who has not taken it may know: 惠民苑一带，离您家约 300 米. */
export const whereabouts = ({ area, metres }: Pick<Item, 'area' | 'metres'>): string => {
  const far = metres === undefined ? '' : `离您家约 ${metres < 1000 ? `${metres} 米` : `${(metres / 1000).toFixed(1)} 公里`}`
  return [area ? `${area}一带` : '', far].filter(one => one !== '').join('，')
}

/** 12月2日 星期三 上午9:30. */
export const whenWanted = ({ date, time }: NonNullable<Item['wanted']>): string =>
  `${day(instantOf(date))}${time === undefined ? '' : ` ${clockTime(instantOf(date, time))}`}`
