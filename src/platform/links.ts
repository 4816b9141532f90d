/**
 * The address that begins every printed or drawn code (小程序后台 → 扫普通链接二维码打开小程序). WeChat's own scanner opens the
 * mini-program for it, the mini-program's scanner reads it as text. It is set to the deployment's own domain before the first upload.
 */
const CODE_PREFIX = 'https://changqing365.example/s'

/** Any code may be held before the camera: what cannot be decoded is taken as it stands. */
export const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const queryOf = (text: string): Record<string, string> => {
  const asked = text.slice(text.indexOf('?') + 1)
  return Object.fromEntries(
    asked.split('&').flatMap(pair => {
      const [name, value] = pair.split('=')
      return name && value ? [[name, decode(value)]] : []
    }),
  )
}

export interface SignInCode {
  activityId: string
  code: string
}

/** What the sign-in screen of the secretary draws. */
export const signInLink = ({ activityId, code }: SignInCode): string =>
  `${CODE_PREFIX}?a=${encodeURIComponent(activityId)}&c=${encodeURIComponent(code)}`

/** Reads a sign-in code out of whatever was scanned or pasted: the address above, or a page's own path. */
export const readSignInLink = (text: string): SignInCode | undefined => {
  if (!text.includes('?')) return undefined
  const { a, c } = queryOf(text.trim())
  return a && c ? { activityId: a, code: c } : undefined
}

/** The sign-in code a page was opened with: `q` from WeChat's scanner (the whole address, encoded), or `a` and `c`. */
export const signInOfQuery = (query: Record<string, string | undefined>): SignInCode | undefined => {
  if (query.q) return readSignInLink(decode(query.q)) ?? readSignInLink(decode(decode(query.q)))
  return query.a && query.c ? { activityId: query.a, code: query.c } : undefined
}

export interface PostCode {
  postId: string
  code: string
}

/** What the organizer of a post draws, for coming and going. */
export const postLink = ({ postId, code }: PostCode): string =>
  `${CODE_PREFIX}?p=${encodeURIComponent(postId)}&c=${encodeURIComponent(code)}`

/** Reads the code of a post out of whatever was scanned or pasted. */
export const readPostLink = (text: string): PostCode | undefined => {
  if (!text.includes('?')) return undefined
  const { p, c } = queryOf(text.trim())
  return p && c ? { postId: p, code: c } : undefined
}

/** The code of a post a page was opened with by WeChat's scanner (`q`, the whole address, encoded). */
export const postOfQuery = ({ q }: Record<string, string | undefined>): PostCode | undefined =>
  q ? (readPostLink(decode(q)) ?? readPostLink(decode(decode(q)))) : undefined

export interface KioskCode {
  activityId: string
  kioskToken: string
}

/** What the secretary's door holds out to a tablet that shall become its kiosk. */
export const kioskLink = ({ activityId, kioskToken }: KioskCode): string =>
  `${CODE_PREFIX}?a=${encodeURIComponent(activityId)}&k=${encodeURIComponent(kioskToken)}`

const readKioskLink = (text: string): KioskCode | undefined => {
  if (!text.includes('?')) return undefined
  const { a, k } = queryOf(text.trim())
  return a && k ? { activityId: a, kioskToken: k } : undefined
}

/** The kiosk a page was opened for by WeChat's scanner (`q`, the whole address, encoded). */
export const kioskOfQuery = ({ q }: Record<string, string | undefined>): KioskCode | undefined =>
  q ? (readKioskLink(decode(q)) ?? readKioskLink(decode(decode(q)))) : undefined

/** What a public card shows, and what is forwarded of it. */
export const publicCardLink = (code: string): string => `${CODE_PREFIX}?k=${encodeURIComponent(code)}`

/** The public card a page was opened with: its `code`, or `q` of WeChat's scanner. */
export const publicCardOfQuery = ({ code, q }: Record<string, string | undefined>): string | undefined => {
  if (code) return code
  if (!q?.trim()) return undefined
  return [q, decode(q), decode(decode(q))].map(text => (text.includes('?') ? queryOf(text.trim()).k : undefined)).find(Boolean)
}

const MEMBER = 'cq365:m:'

/** What a member shows to the secretary. */
export const memberCode = (memberId: string): string => `${MEMBER}${memberId}`

/** The member a shown code stands for. */
export const readMemberCode = (text: string): string | undefined =>
  text.trim().startsWith(MEMBER) ? text.trim().slice(MEMBER.length) || undefined : undefined
