import type { HelperRole, Risk } from '../../../core/requests/contract'
import { kindWords, type RequestKind, requestKinds } from '../../../core/requests/kinds'
import type { Tone } from '../../components/Icon'
import type { IconName } from '../../components/icons'
import type { Given } from '../../platform/call'

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

/** The kind an address names; undefined for a word of another version. */
export const kindOf = (text: string | undefined): RequestKind | undefined => requestKinds.find(kind => kind === text)

/** As whom somebody helps, before their name. */
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

const isRole = (text: string): text is keyof typeof roleWords => text in roleWords

/** The same for a role that came with a refusal. */
export const titledText = ({ name, role }: { name: string; role: string }): string => (isRole(role) ? titled({ name, role }) : name)

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

const states: Readonly<Record<Item['state'], Chip>> = {
  waiting: { icon: 'clock', tone: 'warn', words: '正在找人' },
  accepted: { icon: 'hand', tone: 'good', words: '有人接手' },
  'on-the-way': { icon: 'steps', tone: 'good', words: '在路上' },
  done: { icon: 'info', tone: 'info', words: '等老人回话' },
  closed: { icon: 'done', tone: 'good', words: '办好了' },
  cancelled: { icon: 'close', tone: 'soft', words: '不用办了' },
}

/** How a request stands, in a word with its picture. */
export const stateChip = ({ state, as }: Pick<Item, 'state' | 'as'>): Chip =>
  state === 'done' && as === 'elder' ? { ...states.done, words: '请您看看办好没有' } : states[state]

const risks: Readonly<Record<Exclude<Risk, 'fine'>, Chip>> = {
  'at-risk': { icon: 'warn', tone: 'warn', words: '快到说好的时间' },
  broken: { icon: 'alert', tone: 'danger', words: '过了说好的时间' },
}

/** What is wrong with its promise; nothing where all is well. Whoever asked is not troubled with it. */
export const riskChip = ({ risk, as, state }: Pick<Item, 'risk' | 'as' | 'state'>): Chip | undefined =>
  risk === 'fine' || as === 'elder' || as === 'past' || state === 'cancelled' ? undefined : risks[risk]

/** Still needs somebody, or an answer of the elder. */
export const isRunning = ({ state }: Pick<Item, 'state'>): boolean => state !== 'closed' && state !== 'cancelled'

export const isLive = ({ state }: Pick<Item, 'state'>): boolean => isRunning({ state }) && state !== 'done'

/** One line for a list: who has it and what was promised. */
export const inOneLine = (item: Item): string => {
  const who = item.owner ? `${titled(item.owner)}来办` : '正在找人'
  switch (item.state) {
    case 'closed':
      return '已经办好'
    case 'cancelled':
      return '不用办了'
    case 'done':
      return item.as === 'elder' ? `${item.owner ? titled(item.owner) : ''}说办好了，请您看看` : '说办好了，等老人回话'
    case 'on-the-way':
      return `${item.owner ? titled(item.owner) : ''}在路上，${item.promise}`
    case 'accepted':
    case 'waiting':
      return `${who}，${item.promise}`
  }
}

export const kindTitle = ({ kind }: Pick<Item, 'kind'>): string => kindWords[kind]
