import { codeLink, readCode, readScanned } from '../../../platform/links'

export interface PostCode {
  postId: string
  code: string
}

/** What the organizer of a post draws, for coming and going. */
export const postLink = ({ postId, code }: PostCode): string => codeLink({ p: postId, c: code })

/** Reads the code of a post out of a text that was scanned or pasted. */
export const readPostLink = (text: string): PostCode | undefined => {
  const { p, c } = readCode(text) ?? {}
  return p && c ? { postId: p, code: c } : undefined
}

/** The code of a post a page was opened with by WeChat's scanner. */
export const postOfQuery = (q: string | undefined): PostCode | undefined => readScanned(q, readPostLink)
