import type { Telling } from '../../shared/notices'
import { shanghai } from '../../shared/calendar'
import type { Instant } from '../../shared/operation'
import { isFixed, type PairingKind } from './rules'
import { routes } from '../../shared/routes'

/** The kinds in words (S3 一联一、一联多、多联一). */
export const pairingWords: Readonly<Record<PairingKind, string>> = {
  'one-to-many': '一联多',
  'one-to-one': '一联一',
  'many-to-one': '多联一',
  household: '入户帮扶',
  guardian: '代理家长',
}

interface Change {
  n: number
  what: 'began' | 'ended'
  memberId: string
  name: string
  kind: PairingKind
  at: Instant
  cause?: string
}
interface Helper {
  _id: string
  name: string
  partner: boolean
}
export interface Notice {
  memberId: string
  telling: Telling
}

const stamp = (at: Instant) => shanghai(at).format('YYYY-MM-DD HH:mm')
const MOST_NAMES = 8
const sayNames = (names: readonly string[]) =>
  names.length <= MOST_NAMES ? names.join('、') : `${names.slice(0, MOST_NAMES).join('、')}等 ${String(names.length)} 位`

/** What an elder is told of a change; nothing that another message says already, and nothing for the dead. */
const forElder = (helper: Helper, { n, what, memberId, kind, at, cause }: Change): Notice[] => {
  const telling = (title: string, text: string, note: string): Notice[] => [
    {
      memberId,
      telling: {
        kind: 'pairing-news',
        about: `${helper._id}:${String(n)}:elder`,
        title,
        text,
        page: routes.card(),
        fields: { what: '联系您的同志', when: stamp(at), where: '亲情服务卡', note },
      },
    },
  ]
  if (what === 'began')
    return isFixed(kind)
      ? telling(`您的联络员是${helper.name}`, `有事就按首页的“打电话”，${helper.name}会接。`, `联络员：${helper.name}`)
      : telling(`${helper.name}来联系您了`, `${helper.name}和您结成了对子（${pairingWords[kind]}），会常来看您。`, `结对：${helper.name}`)
  return cause === 'ended'
    ? telling(`${helper.name}不再联系您了`, '支部会另外安排。有事请给党小组长或支部书记打电话，号码都在服务卡上。', '支部会另外安排')
    : []
}

/** What the helper is told of one change, for all its elders together. */
const forHelper = (helper: Helper, n: number, changes: readonly Change[]): Notice[] => {
  const [first] = changes
  if (helper.partner || !first || first.cause === 'helper-died') return []
  const began = changes.filter(one => one.what === 'began').map(one => one.name)
  // An elder who only changed to another kind still belongs to the helper.
  const over = changes.filter(
    one => one.what === 'ended' && !changes.some(other => other.what === 'began' && other.memberId === one.memberId),
  )
  const ended = over.map(one => one.name)
  const title = began.length > 0 ? `请您联系 ${String(began.length)} 位老同志` : `有 ${String(ended.length)} 位老同志不再由您联系`
  const text = [
    began.length > 0 ? `${sayNames(began)}，请先打个电话认识一下。` : '',
    ended.length > 0 ? `${sayNames(ended)}不再由您联系，谢谢您。` : '',
  ].join('')
  return [
    {
      memberId: helper._id,
      telling: {
        kind: 'pairing-helping',
        about: `${helper._id}:${String(n)}:helper`,
        title,
        text,
        page: routes.elders(),
        fields: { what: '我联系的老同志', when: stamp(first.at), where: '我的', note: title },
      },
    },
  ]
}

/** All messages about changes of a helper's list: to each elder, and to the helper once for each change. */
export const noticesOf = (helper: Helper, news: readonly Change[]): Notice[] => [
  ...news.flatMap(one => forElder(helper, one)),
  ...[...new Set(news.map(one => one.n))].flatMap(n =>
    forHelper(
      helper,
      n,
      news.filter(one => one.n === n),
    ),
  ),
]
