import { pairingWords } from '../../../../core/care/pairings/notices'
import { shanghai } from '../../../../core/shared/calendar'
import type { PairingKind } from '../../../../core/care/pairings/rules'
import type { Given } from '../../../platform/call'

export type Suggestion = Given<'pairing.suggest'>['items'][number]

/** What each kind is for, in words of the branch (S3 一联多、一联一、多联一). */
const hints: Record<PairingKind, string> = {
  'one-to-many': '固定联络员，一人联系 20 到 30 位',
  'one-to-one': '固定联络员，只联系这一位',
  'many-to-one': '几个人或单位一起联系一位',
  household: '几个人帮一户',
  guardian: '像家里的大人一样照看',
}
const kinds: readonly PairingKind[] = ['one-to-many', 'one-to-one', 'household', 'many-to-one', 'guardian']

/** The kinds to choose from. */
export const kindOptions = kinds.map(value => ({ value, words: pairingWords[value], hint: hints[value] }))

/** 18/30 of a load. */
export const sayLoad = ({ count, limit }: { count: number; limit: number }): string => `${count}/${limit} 位`

/** 2026年3月 of an instant. */
export const month = (at: number): string => shanghai(at).format('YYYY年M月')

export const kindWord = (kind: PairingKind): string => pairingWords[kind]
