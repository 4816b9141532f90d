import type { Tone } from '../../../components/Icon'
import type { IconName } from '../../../components/icons'
import type { Given } from '../../../platform/call'

export type BenefitItem = Given<'benefit.list'>['items'][number]
export type State = BenefitItem['state']

/** How a benefit stands, as a word with its picture. */
export const stateLook: Readonly<Record<State, { icon: IconName; tone: Tone; words: string }>> = {
  overdue: { icon: 'alert', tone: 'danger', words: '过期还没办' },
  due: { icon: 'clock', tone: 'warn', words: '还没办' },
  done: { icon: 'done', tone: 'good', words: '办好了' },
  'not-applicable': { icon: 'info', tone: 'soft', words: '不需要办' },
}

/** One benefit of one person, who may be owed several periods. */
export const keyOf = ({ memberId, period }: BenefitItem): string => `${memberId}:${period}`

/** Rows by a key, in the order in which the first of each comes. */
const grouped = (rows: readonly BenefitItem[], key: (row: BenefitItem) => string): (readonly [BenefitItem, ...BenefitItem[]])[] => {
  const groups = new Map<string, [BenefitItem, ...BenefitItem[]]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return [...groups.values()]
}

/** What is still to be done, put together by state, period and last day. */
export const openGroups = (rows: readonly BenefitItem[]) =>
  grouped(rows, one => `${one.state}:${one.period}:${one.due}`).map(items => {
    const [{ state, period, due }] = items
    return { key: `${state}:${period}:${due}`, state, period, due, items }
  })

/** Who to mark in each period. */
export const byPeriod = (rows: readonly BenefitItem[]) =>
  grouped(rows, one => one.period).map(items => ({ period: items[0].period, memberIds: items.map(one => one.memberId) }))
