import { useState } from 'react'
import type { Given } from '../../../platform/call'
import { groupHere } from '../../../platform/group'
import { useCommand } from '../../../platform/query'
import { type Clash, clashOf } from './clash'
import type { For } from './post'

export type Claimed = Given<'post.claim'> & { shiftId: string }

/** Taking a place: a free one, one in the line, or one that somebody offers. */
export const useClaim = (postId: string, forMemberId: For, onDone: () => Promise<void>) => {
  const claiming = useCommand('post.claim')
  const taking = useCommand('post.takeOver')
  const [claimed, setClaimed] = useState<Claimed | undefined>()
  const [clash, setClash] = useState<Clash | undefined>()

  const settle = async (shiftId: string, answer: Awaited<ReturnType<typeof claiming.run | typeof taking.run>>) => {
    setClash(clashOf(answer))
    if (answer?.ok) setClaimed({ ...answer.data, shiftId })
    // Refused or not, places have moved since the page was drawn.
    await onDone()
  }
  const claim = async (shiftId: string) => {
    taking.forget()
    const group = await groupHere()
    await settle(shiftId, await claiming.run({ postId, shiftId, ...forMemberId }, group ? { group } : {}))
  }
  const takeOver = async (shiftId: string, fromMemberId: string) => {
    claiming.forget()
    await settle(shiftId, await taking.run({ postId, shiftId, fromMemberId, ...forMemberId }))
  }
  const forget = () => {
    claiming.forget()
    taking.forget()
    setClash(undefined)
  }
  const seen = () => setClaimed(undefined)
  return { claim, takeOver, busy: claiming.busy || taking.busy, code: claiming.code ?? taking.code, clash, claimed, forget, seen }
}
export type Claim = ReturnType<typeof useClaim>
