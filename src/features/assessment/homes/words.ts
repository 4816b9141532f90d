import { homeChecks } from '../../../../core/assessment/homes/checks'
import type { Given } from '../../../platform/call'

export type PartyHome = Given<'home.list'>['items'][number]
export type Check = PartyHome['checks'][number]

/** How a home stands to the ten. */
export const stateOf = ({ holds, lacks }: Pick<PartyHome, 'holds' | 'lacks'>) => {
  const words = `${String(holds)}/${String(homeChecks.length)}`
  if (holds === homeChecks.length) return { icon: 'done', tone: 'good', words } as const
  return lacks > 0 ? ({ icon: 'warn', tone: 'warn', words } as const) : ({ icon: 'clock', tone: 'soft', words } as const)
}

/** How one of the ten stands: what was not looked at is not lacking. */
export const checkChips = {
  holds: { icon: 'done', tone: 'good', words: '有' },
  lacks: { icon: 'warn', tone: 'warn', words: '还没有' },
  unseen: { icon: 'clock', tone: 'soft', words: '没看过' },
} as const
