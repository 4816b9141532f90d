import { most, TooLargeInside } from './limits'

/** What is met in an XML text, in its order; names without their prefix, attributes as they are written. */
export interface Seen {
  open?(name: string, attributes: string): void
  close?(name: string): void
  text?(text: string): void
}

const [LESS, GREATER, DOUBLE, SINGLE] = [60, 62, 34, 39]

/** Where the tag that begins at `from` ends; -1 where the text ends before. A `>` within quotes is part of it. */
const endOfTag = (xml: string, from: number): number => {
  let quote = 0
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === GREATER) return at
    else if (code === DOUBLE || code === SINGLE) quote = code
  }
  return -1
}

const endOfSpecial = (xml: string, from: number): number => {
  const closing = xml.startsWith('<!--', from) ? '-->' : xml.startsWith('<![CDATA[', from) ? ']]>' : null
  if (closing === null) return endOfTag(xml, from)
  const at = xml.indexOf(closing, from)
  return at < 0 ? -1 : at + closing.length - 1
}

/**
 * Goes over an XML text that comes piece by piece and holds no more of it than one tag or one text. It reads what spreadsheet programs write (no
 * entities of one's own): a parser for all of XML takes seconds for the 40 MB of 200,000 blank rows.
 */
export const scanner = (seen: Seen) => {
  let rest = ''
  const tag = (raw: string) => {
    if (raw.startsWith('/')) return seen.close?.(raw.slice(raw.indexOf(':') + 1 || 1).trimEnd())
    const closed = raw.endsWith('/')
    const body = closed ? raw.slice(0, -1) : raw
    const blank = body.search(/\s/)
    const full = blank < 0 ? body : body.slice(0, blank)
    const name = full.slice(full.indexOf(':') + 1)
    seen.open?.(name, blank < 0 ? '' : body.slice(blank))
    if (closed) seen.close?.(name)
  }
  const write = (chunk: string) => {
    const xml = rest + chunk
    let at = 0
    for (;;) {
      const from = xml.charCodeAt(at) === LESS ? at : xml.indexOf('<', at)
      if (from < 0) break
      const special = xml.charCodeAt(from + 1) === 33
      // A mark that is cut off may still become a comment.
      if (from + 9 > xml.length && special) break
      const end = special ? endOfSpecial(xml, from) : endOfTag(xml, from)
      if (end < 0) break
      if (from > at) seen.text?.(decoded(xml.slice(at, from)))
      if (!special && xml.charCodeAt(from + 1) !== 63) tag(xml.slice(from + 1, end))
      else if (xml.startsWith('<![CDATA[', from)) seen.text?.(xml.slice(from + 9, end - 2))
      at = end + 1
    }
    rest = xml.slice(at)
    if (rest.length > most.token) throw new TooLargeInside()
  }
  return { write }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A text with its character references, and spreadsheets' own `_x000D_`, put back. */
export const decoded = (text: string): string => {
  const plain = text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return entities[name] ?? whole
        const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal)
        return code <= 0x10ffff ? String.fromCodePoint(code) : ''
      })
    : text
  return plain.includes('_x') ? plain.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : plain
}

const patterns = new Map<string, RegExp>()

/** One attribute of a tag; prefixes do not matter. */
export const attribute = (attributes: string, name: string): string | undefined => {
  let pattern = patterns.get(name)
  if (!pattern) patterns.set(name, (pattern = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)))
  const found = pattern.exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : decoded(value)
}

/** An attribute that says yes: there and neither 0 nor false. */
export const isOn = (value: string | undefined): boolean => value !== undefined && value !== '0' && value !== 'false'
