const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes as base64. */
export const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two, three] = bytes.subarray(at, at + 3)
    text += LETTERS.charAt(one >> 2) + LETTERS.charAt(((one & 3) << 4) | ((two ?? 0) >> 4))
    text += two === undefined ? '=' : LETTERS.charAt(((two & 15) << 2) | ((three ?? 0) >> 6))
    text += three === undefined ? '=' : LETTERS.charAt(three & 63)
  }
  return text
}

export const fromBase64 = (text: string): Uint8Array => {
  const signs = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((signs.length * 3) / 4))
  let [held, bits, at] = [0, 0, 0]
  for (const sign of signs) {
    held = ((held << 6) | LETTERS.indexOf(sign)) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (held >> bits) & 255
  }
  return bytes
}

/** Bytes in hexadecimal, two signs each. */
export const toHex = (bytes: Uint8Array): string => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
/** So many bytes of a number in hexadecimal. */
export const fromHex = (text: string, length: number): Uint8Array => {
  const whole = text.padStart(2 * length, '0')
  return Uint8Array.from({ length }, (_, at) => parseInt(whole.slice(2 * at, 2 * at + 2), 16))
}

export const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, one) => sum + one.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** A text as UTF-8, since phones' logic layer has no TextEncoder; half a sign becomes a question mark. */
export const toUtf8 = (text: string): Uint8Array => {
  const bytes: number[] = []
  for (const sign of text) {
    const half = sign.length === 1 && sign >= '\uD800' && sign <= '\uDFFF'
    const written = encodeURIComponent(half ? '?' : sign)
    if (written.charAt(0) !== '%') bytes.push(written.charCodeAt(0))
    else for (const code of written.slice(1).split('%')) bytes.push(parseInt(code, 16))
  }
  return Uint8Array.from(bytes)
}
export const fromUtf8 = (bytes: Uint8Array): string =>
  decodeURIComponent(Array.from(bytes, byte => `%${byte.toString(16).padStart(2, '0')}`).join(''))
