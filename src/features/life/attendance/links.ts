import { codeLink, readCode, readScanned } from '../../../platform/links'

export interface SignInCode {
  activityId: string
  code: string
}

/** What the sign-in screen of the secretary draws. */
export const signInLink = ({ activityId, code }: SignInCode): string => codeLink({ a: activityId, c: code })

/** Reads a sign-in code out of a text that was scanned or pasted. */
export const readSignInLink = (text: string): SignInCode | undefined => {
  const { a, c } = readCode(text) ?? {}
  return a && c ? { activityId: a, code: c } : undefined
}

/** The sign-in code a page was opened with: `q` from WeChat's scanner, or `a` and `c`. */
export const signInOfQuery = ({ q, a, c }: Record<'q' | 'a' | 'c', string | undefined>): SignInCode | undefined =>
  q ? readScanned(q, readSignInLink) : a && c ? { activityId: a, code: c } : undefined

export interface KioskCode {
  activityId: string
  kioskToken: string
}

/** What the secretary's door holds out to a tablet that shall become its kiosk. */
export const kioskLink = ({ activityId, kioskToken }: KioskCode): string => codeLink({ a: activityId, k: kioskToken })

const readKioskLink = (text: string): KioskCode | undefined => {
  const { a, k } = readCode(text) ?? {}
  return a && k ? { activityId: a, kioskToken: k } : undefined
}

/** The kiosk a page was opened for by WeChat's scanner. */
export const kioskOfQuery = (q: string | undefined): KioskCode | undefined => readScanned(q, readKioskLink)
