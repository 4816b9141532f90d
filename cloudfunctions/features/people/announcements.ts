import type { GapKind } from '../../../core/people/coverage/kinds'
import type { HeldFact } from '../../../core/people/identity/held-facts'
import type { Fact } from '../../../core/people/finding/contract'
import type { Instant } from '../../../core/shared/operation'
import { announcement } from '../../kernel/announcements'
import type { Member, Organization } from './documents'

/** What changed concerns this branch. */
export interface OfBranch {
  branchId: string
}

/**
 * The roster of a branch changed (came, left, died, birthdays, marks of care, groups): what is worked out from it is worked out again. Made after the
 * change was written; listeners only note it, so that announcing twice is announcing once.
 */
export const MembersChanged = announcement<OfBranch>('members-changed')
/** Accounts of a branch's members were bound or unbound, or a new organization has figures of its own. */
export const AccountsChanged = announcement<OfBranch>('accounts-changed')
/** An office of a branch, or of one of its groups, was given or taken away. */
export const OfficesChanged = announcement<OfBranch>('offices-changed')
/** Who sits on the committee of a branch may have changed. */
export const CommitteeChanged = announcement<OfBranch>('committee-changed')
/**
 * These people lost something that others' affairs came to them by: an office, a pairing, a team, a vouching. What they have open on that ground goes
 * on without them. Made after the change was written; safe to repeat.
 */
export const StandingChanged = announcement<{ memberIds: readonly string[] }>('standing-changed')
/** Two records of a branch's people became one, or two again: whatever is counted of the branch has changed. */
export const RecordsMerged = announcement<OfBranch>('records-merged')
/** A branch was founded or closed, or a group of it: what it owes is worked out again. */
export const BranchesChanged = announcement<OfBranch>('branches-changed')
/** A number of the rule set was changed for an organization and all below it. */
export const RulesChanged = announcement<{ orgId: string }>('rules-changed')
/** Has one of these branches published anything yet? */
export const FirstNotice = announcement<{ branchIds: readonly string[] }, boolean>('first-notice')
/** What is there of a person, for an officer over them who found them? Nothing that was written down in confidence. */
export const FactsAbout = announcement<{ member: Member }, Fact[]>('facts-about')
/** What does a capability hold about a person, in words for them? */
export const HeldAbout = announcement<{ memberId: string }, HeldFact[]>('held-about')

/** An organization that is looked through for what it lacks, with the living members who belong to it. */
export interface GapsAsked {
  org: Organization
  members: readonly Member[]
}
/** An organization or a person that lacks something, and why in words. */
export interface Gap {
  kind: GapKind
  id: string
  why: string
  /** `id` is the asking of a person on no roster. */
  asks?: true
}
/** What does this organization lack, or one of its people? Answers what holds now; an organization without fault gets an empty list. */
export const GapsOf = announcement<GapsAsked, readonly Gap[]>('gaps-of')

/** A branch and a span of time, the end not included. */
export interface FactsAsked {
  branchId: string
  path: string
  from: Instant
  to: Instant
}
/** 开展活动 3 次. */
export interface BranchFact {
  words: string
  count: number
  unit: string
}
/** What is known of a branch's work in a span of time, for its report? */
export const BranchFacts = announcement<FactsAsked, readonly BranchFact[]>('branch-facts')
