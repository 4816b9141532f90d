import type { Instant } from '../../shared/operation'

/** How a course is taken in: read, heard or watched. */
export const courseKinds = ['text', 'audio', 'video'] as const
export type CourseKind = (typeof courseKinds)[number]

/** What it has decides: a film is watched, a recording heard, else it is read. */
export const kindOf = ({ audioFileId, videoFileId }: { audioFileId?: string | undefined; videoFileId?: string | undefined }): CourseKind =>
  videoFileId !== undefined ? 'video' : audioFileId !== undefined ? 'audio' : 'text'

/** No phone plays faster. */
const FASTEST = 2
/** What may have been played before the first word of it came, and how much clocks and buffers may differ, in seconds. */
const BEFORE_FIRST = 60
const SLACK = 10

/** How many seconds may have been played since the last word of it; `since` is missing before the first. */
export const mayHavePlayed = (since: Instant | undefined, now: Instant): number =>
  since === undefined ? BEFORE_FIRST : Math.max(0, ((now - since) / 1000) * FASTEST) + SLACK

/** Characters of a text that are read at once, on one page of large letters. */
const PAGE = 140

/** A text in pages, broken at its paragraphs, and inside a long one at the ends of its sentences. */
export const pagesOf = (body: string): string[] => {
  const sentences = body.match(/[^。！？；\n]*[。！？；\n]+|[^。！？；\n]+/gu) ?? []
  const pages = sentences.reduce<string[]>((all, sentence) => {
    const last = all.at(-1)
    return last !== undefined && last.length + sentence.length <= PAGE ? [...all.slice(0, -1), last + sentence] : [...all, sentence]
  }, [])
  return pages.map(page => page.trim()).filter(page => page !== '')
}
