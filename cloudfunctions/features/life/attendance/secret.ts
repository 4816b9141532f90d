import { createHmac, timingSafeEqual } from 'node:crypto'
import { spellCode, type CodeOf } from '../../../../core/shared/codes'

interface Keeper {
  secret: string
}

const digest = ({ secret }: Keeper, about: string) => createHmac('sha256', secret).update(about).digest()

/** The rotating code of each slot of one activity. With 40 bits and two good codes at a time, guessing leads nowhere. */
export const codesOf =
  (activity: Keeper): CodeOf =>
  slot =>
    spellCode(digest(activity, `code:${slot}`))

/** What lets a shared tablet sign people in to this one activity and do nothing else. It says nothing of the secret it comes from. */
export const kioskTokenOf = (activity: Keeper): string => digest(activity, 'kiosk').toString('base64url')

/** Whether a token belongs to that activity; takes as long for a nearly right one as for any other. */
export const opensKiosk = (activity: Keeper, token: string): boolean => {
  const [given, wanted] = [token, kioskTokenOf(activity)].map(one => digest(activity, one))
  return given !== undefined && wanted !== undefined && timingSafeEqual(given, wanted)
}
