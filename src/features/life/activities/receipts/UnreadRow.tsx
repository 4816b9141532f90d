import { call, type Given } from '../../../../platform/call'
import { CallRow } from '../../../people/public'

type Reader = Given<'activity.receipts'>['unread'][number]

/** Why no message reaches a member; the telephone does. */
const unheard = (bound: boolean, unreached: boolean) => {
  if (!bound) return { icon: 'alert' as const, tone: 'warn' as const, words: '没绑定微信' }
  return unreached ? { icon: 'bell' as const, tone: 'warn' as const, words: '微信弹不出提醒' } : undefined
}

/** A member who has not read, with a call: the surest reminder there is. */
export const UnreadRow = ({ reader, unreached }: { reader: Reader; unreached: boolean }) => {
  const { memberId, name, maskedPhone, bound } = reader
  const state = unheard(bound, unreached)
  return (
    <CallRow
      name={name}
      note={maskedPhone ?? '没有登记电话'}
      {...(state ? { state } : {})}
      rings={maskedPhone !== undefined}
      ask={() => call('roster.phone', { memberId })}
    />
  )
}
