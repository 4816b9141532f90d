import { createHash, createHmac, randomBytes } from 'node:crypto'
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

/** A token that lets a shared tablet sign people in to one activity and do nothing else: 192 bits, another one each time. */
export const newKioskToken = (): string => randomBytes(24).toString('base64url')

/** What is stored of a token of that activity. */
export const kioskId = (activityId: string, token: string): string =>
  createHash('sha256').update(`kiosk:${activityId}:${token}`).digest('hex')
