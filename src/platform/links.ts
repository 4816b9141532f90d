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

/** What a code says, by name. */
export type Said = Readonly<Record<string, string>>

/** The address that a code draws. */
export const codeLink = (said: Said): string =>
  `${CODE_PREFIX}?${Object.entries(said)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`

/** Reads the address above, or a page's own path, out of a text that was scanned or pasted; undefined where it is neither. */
export const readCode = (text: string): Said | undefined => {
  if (!text.includes('?')) return undefined
  const asked = text.trim().slice(text.trim().indexOf('?') + 1)
  return Object.fromEntries(
    asked.split('&').flatMap(pair => {
      const [name, value] = pair.split('=')
      return name && value ? [[name, decode(value)]] : []
    }),
  )
}

/** What `read` finds in the code that WeChat's scanner opened a page with: `q`, the whole address, as it stands or encoded up to twice. */
export const readScanned = <T>(q: string | undefined, read: (text: string) => T | undefined): T | undefined => {
  if (!q) return undefined
  return read(q) ?? read(decode(q)) ?? read(decode(decode(q)))
}
