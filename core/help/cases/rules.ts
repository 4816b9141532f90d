import type { Instant } from '../../shared/operation'

/** More people than one talk needs. */
export const MOST_ASKED = 10
/** More notes than one case has; they keep it one small row. */
export const MOST_NOTES = 200
/** What was confided is not kept for ever: so long after its end, ms. */
export const KEPT_AFTER_CLOSING = 2 * 365 * 24 * 60 * 60_000

/** A person who was asked to help. */
export interface Asked {
  memberId: string
  at: Instant
  answer?: 'yes' | 'no'
}

/** Who is named in a case, and as what. */
export interface Named {
  keeperId: string
  asked: readonly Asked[]
}

export type Part = 'keeper' | 'asked' | 'in'

/** What a person is to a case; null for everyone who is not named, or said no. */
export const partIn = ({ keeperId, asked }: Named, personId: string): Part | null => {
  if (keeperId === personId) return 'keeper'
  const own = asked.find(one => one.memberId === personId)
  if (!own || own.answer === 'no') return null
  return own.answer === 'yes' ? 'in' : 'asked'
}

/** Those named, whose lists it stands in. */
export const namedIn = ({ keeperId, asked }: Named): string[] => [
  keeperId,
  ...asked.filter(one => one.answer !== 'no' && one.memberId !== keeperId).map(one => one.memberId),
]

/** The people asked, with those who were not yet, or who once said no. */
export const ask = (asked: readonly Asked[], memberIds: readonly string[], at: Instant): Asked[] => {
  const fresh = [...new Set(memberIds)].filter(id => !asked.some(one => one.memberId === id && one.answer !== 'no'))
  return [...asked.filter(one => !fresh.includes(one.memberId)), ...fresh.map(memberId => ({ memberId, at }))]
}

/** The case under another keeper; who took part and keeps it now is not asked besides. */
export const under = <N extends Named>(named: N, keeperId: string): N => ({
  ...named,
  keeperId,
  asked: named.asked.filter(one => one.memberId !== keeperId),
})

/**
 * What becomes of it without a person who departs: the one who has taken part longest keeps it then. Null where no one is left who may read it.
 */
export const without = <N extends Named>(named: N, personId: string): N | null => {
  const rest = { ...named, asked: named.asked.filter(one => one.memberId !== personId) }
  if (named.keeperId !== personId) return rest
  const heir = rest.asked.find(one => one.answer === 'yes')
  return heir ? under(rest, heir.memberId) : null
}
