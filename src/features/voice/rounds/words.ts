import type { RoundState } from '../../../../core/voice/rounds/rules'
import type { Tone } from '../../../components/Icon'
import type { IconName } from '../../../components/icons'
import { moment } from '../../../components/times'
import type { Given } from '../../../platform/call'

export type Round = Given<'round.get'>
export type Entry = Given<'round.entries'>['items'][number]
type Listed = Given<'round.list'>['items'][number]

const states: Readonly<Record<RoundState, [IconName, Tone, string]>> = {
  gathering: ['edit', 'soft', '正在征集'],
  judging: ['star', 'ink', '正在打分'],
  closed: ['done', 'good', '评完了'],
}
/** How a round stands, as a word with its picture. */
export const chipOf = (state: RoundState) => {
  const [icon, tone, words] = states[state]
  return { icon, tone, words }
}
/** Until when what goes on now goes on. */
export const sayUntil = ({ state, gatherUntil, judgeUntil }: Pick<Listed, 'state' | 'gatherUntil' | 'judgeUntil'>): string =>
  state === 'gathering'
    ? `征集到${moment(gatherUntil ?? judgeUntil)}`
    : state === 'judging'
      ? `打分到${moment(judgeUntil)}`
      : `${moment(judgeUntil)}评完`
