/** What may happen to an organization, as its history says it. */
export const happenings = [
  'created',
  'renamed',
  'closed',
  'merged',
  'absorbed',
  'split',
  'split-from',
  'moved',
  'hosted',
  'unhosted',
  'appointed',
  'dismissed',
  'document',
  'noted',
] as const
export type Happening = (typeof happenings)[number]

const isHappening = (text: string): text is Happening => happenings.some(one => one === text)

/** What an entry says: what happened, and the words after its colon. One of before, or of an import, is words alone. */
export const readEntry = (what: string): { kind: Happening; words: string } => {
  const at = what.indexOf(': ')
  const kind = what.slice(0, Math.max(0, at))
  return isHappening(kind) ? { kind, words: what.slice(at + 2) } : { kind: 'noted', words: what }
}

/** The member that an entry about an office names, and the office. */
export const officeIn = (words: string): { role: string; memberId: string } | null => {
  const [role, memberId, ...more] = words.split(' ')
  return role !== undefined && memberId !== undefined && more.length === 0 ? { role, memberId } : null
}
