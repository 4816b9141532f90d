import { useState } from 'react'
import { readSignInLink } from '../attendance/links'
import { here } from '../../../platform/place'
import { useCommand } from '../../../platform/query'
import { stampDown } from '../../../platform/stamp'
import { askToTell } from '../../../platform/subscribe'

type For = { forMemberId?: string }

/** Signing up and giving one's place back. */
export const useSignup = (activityId: string, forMemberId: For, onDone: () => Promise<void>) => {
  const joining = useCommand('signup.join')
  const leaving = useCommand('signup.leave')
  const join = async () => {
    // First of all, while the tap is fresh; whatever is answered, the sign-up goes on.
    await askToTell(['place-is-yours', 'activity-changed', 'activity-remind'])
    const answer = await joining.run({ activityId, ...forMemberId })
    if (answer?.ok) await onDone()
  }
  const leave = async () => {
    const answer = await leaving.run({ activityId, ...forMemberId })
    if (answer?.ok) await onDone()
  }
  const forget = () => {
    joining.forget()
    leaving.forget()
  }
  return { join, leave, refusal: joining.refusal ?? leaving.refusal, forget }
}

/** Signing in by a scanned code or by being there. */
export const useSignIn = (activityId: string, forMemberId: For, onDone: () => Promise<void>) => {
  const signing = useCommand('attendance.signIn')
  const [wrongCode, setWrongCode] = useState(false)
  const [noPlace, setNoPlace] = useState(false)
  const run = async (how: Parameters<typeof signing.run>[0]) => {
    const answer = await signing.run(how)
    if (!answer?.ok) return
    if (answer.data.first) stampDown()
    await onDone()
  }
  // One acceptance is one message; the morning of a Party day is when people think of the next one.
  const before = () => askToTell(['activity-published', 'activity-changed'])
  const byText = async (text: string) => {
    const found = readSignInLink(text)
    const mine = found !== undefined && found.activityId === activityId
    setWrongCode(!mine)
    signing.forget()
    if (mine) await run({ activityId, code: found.code, ...forMemberId })
  }
  const byLetters = async (code: string) => {
    setWrongCode(false)
    signing.forget()
    await run({ activityId, code, ...forMemberId })
  }
  const byPlace = async () => {
    await before()
    const point = await here()
    setNoPlace(point === undefined)
    signing.forget()
    if (point) await run({ activityId, point, ...forMemberId })
  }
  const forget = () => {
    setWrongCode(false)
    setNoPlace(false)
    signing.forget()
  }
  return { before, byText, byLetters, byPlace, busy: signing.busy, refusal: signing.refusal, wrongCode, noPlace, forget }
}
export type SignIn = ReturnType<typeof useSignIn>
