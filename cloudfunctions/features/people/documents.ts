import { movesAndMeets } from '../../kernel/takeover'
import type { Actor, Grant } from '../../kernel/identity'
import { by, collection, near, unique } from '../../kernel/collection'
import { stays } from '../../kernel/departures'
import type { WaitingDoor } from '../../../core/people/identity/doors'
import type { RequestKind } from '../../../core/shared/request-kinds'
import type { BranchKind } from '../../../core/people/organizations/branch-kinds'
import type { GroupKind } from '../../../core/people/organizations/group-kinds'
import type { OrganizationKind } from '../../../core/shared/organization-kinds'
import type { Membership } from '../../../core/people/memberships/intervals'
import type { Profile } from '../../../core/people/roster/contract'
import type { DateText, Instant } from '../../../core/shared/operation'
import type { Holding } from '../../../core/shared/slots'
import type { StoredPoint } from '../../kernel/geo'

/** A person of whose household a member died: festive things leave them in peace until then. */
export interface Mourning {
  of: string
  until: DateText
}

export interface Organization {
  _id: string
  name: string
  /** What it is found by (`orgKeys`); rows of before have it by a migration. */
  findKeys?: string[]
  kind: OrganizationKind
  branchKind?: BranchKind
  parentId: string | null
  /** `/committee/street/branch/`: the holder of a role over a prefix holds it over this organization. */
  path: string
  closedAt?: Instant
  /** Of a closed one: the day from which it holds, and the organization in its place. */
  closedOn?: DateText
  mergedInto?: string
  /** Of a joint branch: whose members come together in it. */
  units?: string[]
  /** Of a functional group. */
  groupKind?: GroupKind
  /** 挂靠: who hosts a branch, since when, by which document. */
  hostId?: string
  hostSince?: DateText
  hostDocumentNo?: string
  /** Where it receives people (P40). */
  venue?: { name: string; point?: { lng: number; lat: number } | undefined; phone?: string | undefined }
  /** Grows by one with every committed import; two imports previewed side by side cannot both be committed. */
  rosterVersion: number
  rosterCommit?: string
  history: {
    at: Instant
    by: string
    /** What happened, a colon, and its words (`core/people/organizations/history.ts`). */
    what: string
    commandId?: string
    /** From when it holds, and what it rests on. */
    on?: DateText
    documentNo?: string
    fileIds?: string[]
  }[]
}
export const Organizations = collection('organizations', {
  indexes: [
    unique('name-within-parent', 'parentId', 'name'),
    by('path', 'path', '_id'),
    by('found', 'findKeys', 'path', '_id'),
    by('named', 'kind', 'name'),
    by('of-kind', 'kind', 'path', '_id'),
    by('merged', 'mergedInto', '_id'),
    by('hosted', 'hostId', '_id'),
  ],
  fates: stays,
  succession: 'first',
  takeover: 'none',
}).of<Organization>()

export interface Member extends Profile {
  _id: string
  /** The name as it is compared and searched (`nameKey`); rows of before have it by a migration. */
  nameKey?: string
  /** How the name is read, and what the person is found by (`foundBy`); rows of before have both by a migration. */
  reading?: string
  findKeys?: string[]
  branchId: string
  groupId: string | null
  /** Path of the group, or of the branch for a member in no group. */
  path: string
  affiliates: { branchId: string; path: string }[]
  /** Where they belonged and belong, day by day (`membershipsOf`); `branchId` and `affiliates` are what of it holds now. */
  memberships?: readonly Membership[]
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
  /** Numbers by which WeChat may know them (`me.bindByPhone`); `phones` are those one rings. Missing where there are none. */
  doors?: string[]
  /** Numbers that were brought by others and wait for a word. */
  waitingDoors?: WaitingDoor<Actor>[]
  /** The years that are offered to choose theirs from (`me.bindByPhone`). */
  doorYears?: number[]
  /** Where they live, on the map; told by themselves. */
  home?: StoredPoint
  /** What they offer to be asked for as a volunteer (P30); nothing where it is missing. */
  helping?: { kinds: RequestKind[]; quiet?: { from: string; to: string } }
  /** Of a volunteer on no roster: the officer who vouched for them, so that elders' calls may reach them. */
  vouched?: { by: Actor; at: Instant; orgId: string; path: string }
  /** Shifts that the member queues for, so that two claims at once cannot overlap; the queues of the posts are the truth. */
  claims?: Commitment[]
  /** What the mini-program code on the printed service card opens with (P40). */
  cardCode?: string
  /** A photo they gave for the cards of those they look after. */
  portrait?: string
  /** Grows with every claim: of two at once one finds it moved. */
  claimSeq?: number
  /** Where else they are to be (consultation hours, escorts), so that two at once cannot overlap; what they are to be at is the truth. */
  engaged?: Engagement[]
  /** Grows with every engagement. */
  engagedSeq?: number
}
export const Members = collection('members', {
  indexes: [
    by('branch', 'branchId', '_id'),
    by('phone', 'phones'),
    by('door', 'doors'),
    by('card', 'cardCode'),
    by('officers', 'grants.orgId'),
    by('affiliates', 'affiliates.branchId', '_id'),
    by('memberships', 'memberships.branchId', '_id'),
    by('path', 'path', '_id'),
    by('name', 'branchId', 'name', '_id'),
    by('name-key', 'branchId', 'nameKey', '_id'),
    by('key', 'nameKey', '_id'),
    by('found', 'findKeys', 'state', 'path', '_id'),
    by('helping', 'branchId', 'helping.kinds'),
    near('near', 'home', 'helping.kinds'),
  ],
  fates: stays,
  succession: 'first',
  takeover: movesAndMeets(['_id'], { version: 'version' }),
}).of<Member>()

/** When and where a member is taken up by a shift: of a post, or of a muster, whose cell it then is. */
export interface Commitment {
  postId: string
  shiftId: string
  muster?: true
  title: string
  startsAt: Instant
  endsAt: Instant
  at: Instant
}

/** When a person or a car is taken up, and by what. */
export interface Engagement extends Holding {
  what: 'hours' | 'wish'
  /** The document that says so. */
  id: string
  title: string
  at: Instant
}
