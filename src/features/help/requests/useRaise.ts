import { useState } from 'react'
import { type AnyRefusal, type Asked, call, type Given } from '../../../platform/call'
import { askToTell } from '../../../platform/subscribe'

/** The elder something is asked for. */
export interface Subject {
  memberId: string
  name: string
  /** As the cloud wants it: absent when one asks for oneself. */
  forMemberId: { forMemberId?: string }
  /** By virtue of an office (group leader, liaison, secretary), not as family. */
  office: boolean
}

type Asking = Omit<Asked<'request.raise'>, 'forMemberId'>

/** Sends a request under an id that stays the same however often it is sent. */
export const useRaise = ({ memberId, forMemberId, office }: Subject) => {
  const [refusal, setRefusal] = useState<AnyRefusal | undefined>()
  const raise = async (asking: Asking, commandId: () => string): Promise<Given<'request.raise'> | undefined> => {
    // First of all, while the tap is fresh: how it goes on is told by message.
    await askToTell(['request-news'])
    setRefusal(undefined)
    const about = { commandId: commandId() }
    const answer = office
      ? await call('request.raiseFor', { ...asking, memberId }, about)
      : await call('request.raise', { ...asking, ...forMemberId }, about)
    if (answer.ok) return answer.data
    setRefusal(answer)
    return undefined
  }
  return { raise, refusal, forget: () => setRefusal(undefined) }
}
