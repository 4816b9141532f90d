import { useState } from 'react'
import type { Answer, Given } from '../../../platform/call'
import { groupHere } from '../../../platform/group'
import { useCommand } from '../../../platform/query'
import type { For } from './post'

export type Claimed = Given<'post.claim'> & { shiftId: string }

/** Taking a place: a free one, one in the line, or one that another offers. */
export const useClaim = (postId: string, forMemberId: For, onDone: () => Promise<void>) => {
  const claiming = useCommand('post.claim')
  const taking = useCommand('post.takeOver')
  const [claimed, setClaimed] = useState<Claimed | undefined>()

  const hear = async (shiftId: string, answer: Answer<'post.claim' | 'post.takeOver'> | undefined) => {
    if (answer?.ok) setClaimed({ ...answer.data, shiftId })
    // Refused or not, places have moved since the page was drawn.
    await onDone()
  }
  const claim = async (shiftId: string) => {
    taking.forget()
    const group = await groupHere()
    await hear(shiftId, await claiming.run({ postId, shiftId, ...forMemberId }, group ? { group } : {}))
  }
  const takeOver = async (shiftId: string, fromMemberId: string) => {
    claiming.forget()
    await hear(shiftId, await taking.run({ postId, shiftId, fromMemberId, ...forMemberId }))
  }
  const forget = () => {
    claiming.forget()
    taking.forget()
  }
  const seen = () => setClaimed(undefined)
  return { claim, takeOver, busy: claiming.busy || taking.busy, refusal: claiming.refusal ?? taking.refusal, claimed, forget, seen }
}
export type Claim = ReturnType<typeof useClaim>
