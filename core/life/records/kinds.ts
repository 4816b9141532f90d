import type { ActivityKind } from '../activities/contract'

/** 三会一课 and what offices file with it, in the order of the book. */
export const bookKinds = [
  'general-meeting', 'committee', 'group-meeting', 'lecture', 'party-day', 'org-life', 'appraisal', 'briefing',
] as const satisfies readonly ActivityKind[] // prettier-ignore
export type BookKind = (typeof bookKinds)[number]

/** Whether meetings of that kind stand in the book. */
export const isInBook = (kind: ActivityKind): kind is BookKind => bookKinds.some(one => one === kind)

/** What a record can still lack. */
export const recordParts = ['minutes', 'chair', 'recorder'] as const
export type RecordPart = (typeof recordParts)[number]

interface Kept {
  line: string
  minutes: string
  chair?: unknown
  recorder?: unknown
}

/** What of a meeting has not been written down; without minutes the one line counts as such. */
export const lacksOf = (record: Kept | undefined): RecordPart[] => {
  const has: Record<RecordPart, boolean> = {
    minutes: (record?.minutes ?? '') !== '' || (record?.line ?? '') !== '',
    chair: record?.chair !== undefined,
    recorder: record?.recorder !== undefined,
  }
  return recordParts.filter(part => !has[part])
}
