import { standingOf, wanting } from '../../../../core/voice/votes/rules'
import type { Instant } from '../../../../core/shared/operation'
import type { Candidate, Vote } from './documents'
import { stateAt } from './row'

/** What a list shows of a vote. */
export const headOf = (vote: Vote, now: Instant) => ({
  ...{ voteId: vote._id, orgId: vote.orgId, orgName: vote.orgName, title: vote.title, kind: vote.kind, secret: vote.secret },
  ...{ state: stateAt(vote, now), closesAt: vote.closesAt },
  ...(vote.nominateUntil === undefined ? {} : { nominateUntil: vote.nominateUntil }),
})

/** A name as a reader sees it. */
export const candidateFor = (one: Candidate, { secondsNeeded }: Pick<Vote, 'secondsNeeded'>, memberId: string) => ({
  ...{ candidateId: one.candidateId, name: one.name, words: one.words, photoFileIds: one.photoFileIds },
  ...{ state: standingOf(one, secondsNeeded), wanting: wanting(one, secondsNeeded) },
  ...{ seconded: one.proposerId === memberId || one.seconds.includes(memberId), mine: one.memberId === memberId },
  ...(one.memberId === memberId && one.agreed !== undefined ? { agreed: one.agreed } : {}),
})
