import type { VoteState } from '../../../../core/voice/votes/kinds'
import type { Tone } from '../../../components/Icon'
import type { IconName } from '../../../components/icons'
import { moment } from '../../../components/times'
import type { Given } from '../../../platform/call'

export type Vote = Given<'vote.get'>
export type Candidate = Vote['candidates'][number]
export type Listed = Given<'vote.list'>['items'][number]
export type Result = Given<'vote.result'>

const states: Readonly<Record<VoteState, [IconName, Tone, string]>> = {
  gathering: ['edit', 'soft', '正在推荐'],
  opening: ['clock', 'soft', '马上投票'],
  open: ['notice', 'ink', '正在投票'],
  counting: ['clock', 'soft', '正在计票'],
  closed: ['done', 'good', '结果公布了'],
  cancelled: ['close', 'soft', '取消了'],
}
/** How a vote stands, as a word with its picture. */
export const chipOf = (state: VoteState) => {
  const [icon, tone, words] = states[state]
  return { icon, tone, words }
}

/** What a list says of a vote to its reader. */
export const sayListed = ({ state, closesAt, nominateUntil, onRoll, voted, orgName }: Listed): string =>
  [
    orgName,
    state === 'gathering' ? `${moment(nominateUntil ?? closesAt)}截止推荐` : '',
    state === 'open' ? `${moment(closesAt)}截止` : '',
    state === 'open' && onRoll ? (voted ? '我投过了' : '我还没投') : '',
  ]
    .filter(Boolean)
    .join(' · ')

/** The names at these places of the list, in its order. */
export const namesOf = ({ candidates }: Vote, chosen: readonly number[]): string[] =>
  [...chosen].sort((one, other) => one - other).flatMap(index => candidates[index]?.name ?? [])

/** Who can know what of an open vote, in plain words. */
export const WHO_KNOWS_OPEN = '这次记名：系统里记着您投了谁，别的同志看不到，公布的只有总数。截止以前可以改。'
