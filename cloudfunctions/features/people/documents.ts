import type { RequestKind } from '../../../core/shared/request-kinds'
import type { Relation } from '../../../core/people/identity/contract'
import type { branchKinds, organizationKinds } from '../../../core/people/organizations/contract'
import type { PreviewRow, Profile } from '../../../core/people/roster/contract'
import type { DateText, Instant, Role } from '../../../core/shared/operation'
import type { StoredPoint } from '../../kernel/geo'

/** Who did something: the person at the phone, and in what capacity when it was not for themselves. */
export interface Actor {
  openid: string
  memberId: string | null
  name: string
  /** How a family helper stands to the elder they act for. */
  relation?: string
}

/** Somebody of whose household a member died: festive things leave them in peace until then. */
export interface Mourning {
  of: string
  until: DateText
}

/** A WeChat account. Its `_id` is the OPENID, so that one account can never be bound twice. */
export interface Account {
  _id: string
  memberId: string | null
  /** Everyone this account may act as: itself first, then the elders it helps. The identity look-up joins on it. */
  people: string[]
  /** The helper's own name, told when they were invited. */
  name?: string
  actingFor: { bondId: string; memberId: string; relation: Relation; consent: string; since: Instant }[]
  privacy?: { version: string; at: Instant }
  verifiedPhone?: string
  /** The getPhoneNumber code that verified it; WeChat takes a code once, so a resent request is known by it. */
  verifiedWith?: string
  /** The code that WeChat is being asked about at this moment. */
  lookingUp?: string
  verifiedAt?: Instant
  createdAt: Instant
}

export interface Organization {
  _id: string
  name: string
  kind: (typeof organizationKinds)[number]
  branchKind?: (typeof branchKinds)[number]
  parentId: string | null
  /** `/committee/street/branch/`: whoever holds a role over a prefix holds it over this organization. */
  path: string
  closedAt?: Instant
  /** Where it receives people (P40). */
  venue?: { name: string; point?: { lng: number; lat: number } | undefined; phone?: string | undefined }
  /** Grows by one with every committed import; two imports previewed side by side cannot both be committed. */
  rosterVersion: number
  rosterCommit?: string
  history: { at: Instant; by: string; what: string; commandId?: string }[]
}

export interface Grant {
  role: Role
  orgId: string
  path: string
}

export interface Member extends Profile {
  _id: string
  branchId: string
  groupId: string | null
  /** Path of the group, or of the branch for whoever is in no group. */
  path: string
  affiliates: { branchId: string; path: string }[]
  grants: Grant[]
  state: 'active' | 'moved' | 'dead'
  diedOn?: DateText
  /** Whose death in the household they mourn, and until when. */
  bereaved?: Mourning[]
  /** Grows with every change, so that a change prepared on an older look is noticed. */
  version: number
  /** The import and row that created it, so that a commit run twice creates nothing twice. */
  importedBy?: string
  /** When they came onto the roster; missing where it is not known. */
  since?: Instant
  bound: boolean
  /** Where they live, on the map; told by themselves. */
  home?: StoredPoint
  /** What they offer to be asked for as a volunteer (P30); nothing where it is missing. */
  helping?: { kinds: RequestKind[]; quiet?: { from: string; to: string } }
  /** Shifts that the member queues for, so that two claims at once cannot overlap; the queues of the posts are the truth. */
  claims?: Commitment[]
  /** What the mini-program code on the printed service card opens with (P40). */
  cardCode?: string
  /** A photo they gave for the cards of those they look after. */
  portrait?: string
  /** Grows with every claim: of two at once one finds it moved. */
  claimSeq?: number
}

/** When and where somebody is taken up by a shift. */
export interface Commitment {
  postId: string
  shiftId: string
  title: string
  startsAt: Instant
  endsAt: Instant
  at: Instant
}

/** The one living invitation of a member (`self:<memberId>`) or of a helper of theirs (`family:<memberId>:<name>`); a newer one replaces it. */
export interface Invite {
  _id: string
  code: string
  memberId: string
  /** Binds the member, or a family helper of that name and relation. */
  as: { kind: 'self' } | { kind: 'family'; name: string; relation: Relation; consent: string }
  createdBy: Actor
  createdAt: Instant
  /** The command that made it: asked again, it answers the same code. */
  commandId: string
  expiresAt: Instant
  usedBy?: string
  usedAt?: Instant
}

export interface RosterPreview {
  _id: string
  branchId: string
  path: string
  rosterVersion: number
  rows: (PreviewRow & { memberId?: string; seenVersion?: number; profile?: Profile })[]
  /** Rows and sheets that hold no people, and why: the answer to the same command sent again. */
  ignored: { row: number; sheet?: string | undefined; why: string }[]
  createdBy: Actor
  createdAt: Instant
  committedAt?: Instant
}
