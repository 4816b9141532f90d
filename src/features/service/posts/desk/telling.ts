import { signInDoor } from '../../../../../core/service/posts/day'
import { dateOf, instantOf, shanghai } from '../../../../../core/shared/calendar'
import type { Option } from '../../../../components/Choice'
import type { Asked, Given } from '../../../../platform/call'

export type RunShift = Given<'post.holders'>['shifts'][number]
export type Holder = RunShift['holders'][number]
export type ToldState = Asked<'post.resolve'>['state']
/** The person something is told of; who was in no queue has no place and no service yet. */
export type ToldOf = Pick<Holder, 'memberId' | 'name'> & Partial<Pick<Holder, 'state' | 'service'>>

const DAY = 24 * 3_600_000

/** A shift as it was held: one that was called off while it ran ended then. */
export const heldHours = ({ startsAt, endsAt, endedAt }: Pick<RunShift, 'startsAt' | 'endsAt' | 'endedAt'>) => ({
  startsAt,
  endsAt: endedAt ?? endsAt,
})

/** Can anything have happened on the spot that is to be told? From the opening of its door on, unless it was called off before it began. */
export const isTold = (shift: Pick<RunShift, 'startsAt' | 'endsAt' | 'endedAt' | 'state'>, now: number): boolean =>
  now >= signInDoor(shift).opensAt && (shift.state !== 'cancelled' || shift.endedAt !== undefined)

/** What can be said of a person now; what stands is not offered again, except to put its hours right. */
export const statesOf = (shift: RunShift, { state, service }: ToldOf, now: number): Option<ToldState>[] => {
  const { startsAt, endsAt } = heldHours(shift)
  const owes = state === 'held'
  const begun = now > startsAt
  const options: readonly (Option<ToldState> & { may: boolean })[] = [
    {
      may: now <= endsAt && service?.state !== 'in',
      value: 'in',
      words: owes ? '到了，还在岗' : '来替班了，还在岗',
      hint: '走的时候可以自己签退',
    },
    { may: begun, value: 'served', words: owes ? '来过' : '来替过班', hint: '按下面的时间记时长' },
    { may: begun && owes && service?.state !== 'no-show', value: 'no-show', words: '没有来' },
    {
      may: state !== undefined && service?.state !== 'none',
      value: 'none',
      words: '不算',
      hint: '不记时长，也不记没来：请过假、记错了人',
    },
  ]
  return options.flatMap(({ may, ...option }) => (may ? [option] : []))
}

/** `HH:mm`. */
const timeOf = (at: number): string => shanghai(at).format('HH:mm')

/** From when to when a person is most likely to have been there: from their sign-in until the end, as far as it has come. */
export const likelyTimes = (shift: RunShift, { service }: ToldOf, now: number): { from: string; to: string } => {
  const { startsAt, endsAt } = heldHours(shift)
  return { from: timeOf(Math.max(service?.signedInAt ?? 0, startsAt)), to: timeOf(Math.min(endsAt, now)) }
}

/** The instant of a time of day within a shift; a time that comes before its door opens is of the next day. */
const within = (shift: RunShift, time: string): number => {
  const { opensAt } = signInDoor(shift)
  const at = instantOf(dateOf(opensAt), time)
  return at < opensAt ? at + DAY : at
}

/** What is wrong with the times, in words. */
export const timesFault = (shift: RunShift, { from, to }: { from: string; to: string }, now: number): string | undefined => {
  if (from === '' || to === '') return '请选起止时间'
  if (within(shift, to) <= within(shift, from)) return '结束要晚于开始'
  return within(shift, to) > now ? '结束的时间还没有到' : undefined
}

/** The times as they are asked for: only those that are not what would be taken anyway. */
export const timesSaid = (shift: RunShift, likely: { from: string; to: string }, times: { from: string; to: string }) => ({
  ...(times.from === likely.from ? {} : { from: within(shift, times.from) }),
  ...(times.to === likely.to ? {} : { to: within(shift, times.to) }),
})
