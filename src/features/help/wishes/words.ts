import type { WishKind, WishState } from '../../../../core/help/wishes/kinds'
import { wishKindWords, wishStateWords } from '../../../../core/help/wishes/kinds'
import { instantOf } from '../../../../core/shared/calendar'
import type { IconName } from '../../../components/icons'
import { day } from '../../../components/times'
import type { Given } from '../../../platform/call'

export type Wish = Given<'wish.get'>
/** So often a day that goes on by itself is looked at again, ms. */
export const LOOK_MS = 20_000
export type WishItem = Given<'wish.list'>['items'][number]

export const wishIcons: Readonly<Record<WishKind, IconName>> = { escort: 'illness', wish: 'star-full' }
export const stateIcons: Readonly<Record<WishState, IconName>> = {
  raised: 'clock',
  planned: 'calendar-done',
  done: 'done',
  cancelled: 'close',
}

/** 安排好了，12月3日 星期四，办了 1/4 步. */
export const sayWish = ({ state, on, steps, done }: Pick<WishItem, 'state' | 'on' | 'steps' | 'done'>): string =>
  [
    wishStateWords[state],
    on === null ? '' : day(instantOf(on)),
    state === 'planned' && done > 0 ? `办了 ${String(done)}/${String(steps)} 步` : '',
  ]
    .filter(Boolean)
    .join('，')

/** 12.50 元 of an amount in 分. */
export const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} 元`
export const titleOf = ({ kind, name }: Pick<WishItem, 'kind' | 'name'>): string => `${name}：${wishKindWords[kind]}`
