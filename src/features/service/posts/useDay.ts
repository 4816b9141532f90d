import { useState } from 'react'
import { readPostLink } from './links'
import { here } from '../../../platform/place'
import { useCommand } from '../../../platform/query'
import { askToTell } from '../../../platform/subscribe'
import type { For } from './post'

/** Coming and going on the day: by the code on the organizer's phone, or by being there. */
export const useDay = (postId: string, forMemberId: For, onDone: () => Promise<void>) => {
  const coming = useCommand('post.signIn')
  const going = useCommand('post.signOut')
  const [wrongCode, setWrongCode] = useState(false)
  const [noPlace, setNoPlace] = useState(false)
  const [served, setServed] = useState<number | undefined>()

  const forget = () => {
    setWrongCode(false)
    setNoPlace(false)
    coming.forget()
    going.forget()
  }
  const run = async (shiftId: string, leaving: boolean, how: { code: string } | { point: { lng: number; lat: number } }) => {
    forget()
    const input = { postId, shiftId, ...how, ...forMemberId }
    if (leaving) {
      const answer = await going.run(input)
      if (answer?.ok) setServed(answer.data.minutes)
    } else await coming.run(input)
    await onDone()
  }
  const before = () => askToTell(['post-thanks', 'post-changed'])
  const byText = async (shiftId: string, leaving: boolean, text: string) => {
    const found = readPostLink(text)
    const mine = found?.postId === postId
    forget()
    setWrongCode(!mine)
    if (found && mine) await run(shiftId, leaving, { code: found.code })
  }
  const byPlace = async (shiftId: string, leaving: boolean) => {
    await before()
    const point = await here()
    forget()
    setNoPlace(point === undefined)
    if (point) await run(shiftId, leaving, { point })
  }
  return {
    before,
    byText,
    byPlace,
    byCode: (shiftId: string, leaving: boolean, code: string) => run(shiftId, leaving, { code }),
    busy: coming.busy || going.busy,
    refusal: coming.refusal ?? going.refusal,
    wrongCode,
    noPlace,
    /** Minutes just credited. */
    served,
    seen: () => setServed(undefined),
    forget,
  }
}
export type Day = ReturnType<typeof useDay>
