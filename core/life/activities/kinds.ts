import type { ActivityKind } from './contract'

/** 三会一课 and what stands beside it: every member of the branch is expected. */
const owed: readonly ActivityKind[] = ['party-day', 'general-meeting', 'committee', 'group-meeting', 'lecture', 'org-life', 'appraisal']

/**
 * Is attendance owed? Then a member says 我参加 or asks for leave, and how many came is held against how many were to come; anything else, and what has
 * room for some only, one signs up for.
 */
export const isOwed = ({ kind, capacity }: { kind: ActivityKind; capacity?: number | null | undefined }): boolean =>
  owed.includes(kind) && (capacity ?? null) === null
