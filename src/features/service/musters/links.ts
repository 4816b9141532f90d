import { codeLink, readCode, readScanned } from '../../../platform/links'

export interface MusterCode {
  musterId: string
  code: string
  /** The cell that it is held out at. */
  slot?: string | undefined
}

/** What a leader's screen draws for the roll-call. */
export const musterLink = ({ musterId, code, slot }: MusterCode): string => codeLink({ u: musterId, c: code, ...(slot ? { s: slot } : {}) })

/** Reads the code of a roll-call out of a text that was scanned or pasted. */
export const readMusterLink = (text: string): MusterCode | undefined => {
  const { u, c, s } = readCode(text) ?? {}
  return u && c ? { musterId: u, code: c, slot: s } : undefined
}

/** The code of a roll-call that a page was opened with by WeChat's scanner. */
export const musterOfQuery = (q: string | undefined): MusterCode | undefined => readScanned(q, readMusterLink)
