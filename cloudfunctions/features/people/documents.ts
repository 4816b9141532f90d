import { erases, movesAndMeets } from '../../kernel/takeover'
import type { Actor, Grant } from '../../kernel/identity'
import type { publicCards } from '../../../core/people/public-cards/contract'
import { by, collection, near, unique } from '../../kernel/collection'
import { everywhere, stays } from '../../kernel/departures'
import type { Begun } from '../../../core/people/setup/rules'
import type { WaitingDoor } from '../../../core/people/identity/doors'
import type { RequestKind } from '../../../core/shared/request-kinds'
import type { Relation } from '../../../core/shared/relations'
import type { branchKinds } from '../../../core/people/organizations/contract'
import type { OrganizationKind } from '../../../core/shared/organization-kinds'
import type { Answered, PreviewRow, Profile } from '../../../core/people/roster/contract'
import type { DateText, Input, Instant, Role } from '../../../core/shared/operation'
import type { StoredPoint } from '../../kernel/geo'

/** A person of whose household a member died: festive things leave them in peace until then. */
export interface Mourning {
  of: string
  until: DateText
}

export interface Organization {
  _id: string
  name: string
  kind: OrganizationKind
  branchKind?: (typeof branchKinds)[number]
  parentId: string | null
  /** `/committee/street/branch/`: the holder of a role over a prefix holds it over this organization. */
  path: string
  closedAt?: Instant
  /** Where it receives people (P40). */
  venue?: { name: string; point?: { lng: number; lat: number } | undefined; phone?: string | undefined }
  /** Grows by one with every committed import; two imports previewed side by side cannot both be committed. */
  rosterVersion: number
  rosterCommit?: string
  history: { at: Instant; by: string; what: string; commandId?: string }[]
}
export const Organizations = collection('organizations', {
  indexes: [unique('name-within-parent', 'parentId', 'name'), by('path', 'path', '_id'), by('named', 'kind', 'name')],
  fates: stays,
  takeover: 'none',
}).of<Organization>()

export interface Member extends Profile {
  _id: string
  /** The name as it is compared and searched (`nameKey`); rows of before have it by a migration. */
  nameKey?: string
  branchId: string
  groupId: string | null
  /** Path of the group, or of the branch for a member in no group. */
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
}
export const Members = collection('members', {
  indexes: [
    by('branch', 'branchId', '_id'),
    by('phone', 'phones'),
    by('door', 'doors'),
    by('card', 'cardCode'),
    by('officers', 'grants.orgId'),
    by('affiliates', 'affiliates.branchId', '_id'),
    by('path', 'path', '_id'),
    by('name', 'branchId', 'name', '_id'),
    by('name-key', 'branchId', 'nameKey', '_id'),
    by('key', 'nameKey', '_id'),
    by('helping', 'branchId', 'helping.kinds'),
    near('near', 'home', 'helping.kinds'),
  ],
  fates: stays,
  takeover: movesAndMeets(['_id'], { version: 'version' }),
}).of<Member>()

/** When and where a member is taken up by a shift. */
export interface Commitment {
  postId: string
  shiftId: string
  title: string
  startsAt: Instant
  endsAt: Instant
  at: Instant
}

/** The one living invitation of a member (`self:<memberId>`), of a helper of theirs (`family:<memberId>:<name>`) or to an office (`office:<memberId>:<role>:<orgId>`); a newer one replaces it. */
export interface Invite {
  _id: string
  code: string
  memberId: string
  /** Binds the member; a family helper of that name and relation; or makes an officer who is on no roster (`memberId` says under which id). */
  as:
    | { kind: 'self' }
    | { kind: 'family'; name: string; relation: Relation; consent: string }
    | { kind: 'office'; role: Role; orgId: string; name: string; phones: string[] }
  createdBy: Actor
  createdAt: Instant
  /** The command that made it: asked again, it answers the same code. */
  commandId: string
  expiresAt: Instant
  usedBy?: string
  usedAt?: Instant
}
export const Invites = collection('invites', {
  indexes: [by('member', 'memberId'), unique('code', 'code'), by('expires', 'expiresAt')],
  fates: everywhere('erased'),
  takeover: erases('memberId'),
}).of<Invite>()

/** The one living card of a branch for its chat (`joining.card`); `_id` is the branch. A fresh one takes its place. */
export interface BranchCard {
  _id: string
  token: string
  at: Instant
  by: Actor
  /** The command that made it: asked again, it answers the same card. */
  commandId: string
}
export const BranchCards = collection('branch-cards', {
  indexes: [unique('token', 'token')],
  fates: stays,
  takeover: 'stays',
}).of<BranchCard>()

/** A person on no roster who asks to be put on one; one for an account, gone within weeks. */
export interface Joining {
  _id: string
  openid: string
  /** The desk at which it lies: a branch's, or the bureau's. */
  orgId: string
  path: string
  toBranch: boolean
  state: 'open' | 'added' | 'declined'
  name: string
  /** Verified by WeChat. */
  phone: string
  /** Their words for the branch. */
  said: string
  at: Instant
  /** Who they are once they are on the roster. */
  memberId: string
  /** Who the officer said they are: that one, or a member who was there. */
  addedId?: string
  /** Binds the account that asked. */
  inviteCode?: string
  until: Instant
}
export const Joinings = collection('joinings', {
  indexes: [by('desk', 'orgId', 'state', 'at', '_id'), by('until', 'until')],
  fates: stays,
  takeover: 'stays',
}).of<Joining>()

/** How an environment comes to its first officer: one row, in the place of which a new code puts its own. Of the code only a hash is kept. */
export interface Setup extends Begun {
  _id: typeof SETUP
  salt: string
  hash: string
  madeAt: Instant
  expiresAt: Instant
}
export const SETUP = 'first'
export const Setups = collection('setup', { fates: stays, takeover: 'stays' }).of<Setup>()

/** A row of a preview, with what an import makes of it. */
export type PreviewedRow = PreviewRow & {
  memberId?: string
  seenVersion?: number
  profile?: Profile
  /** The profile of a new person, where it is asked whether the row is `memberId`. */
  fresh?: Profile
  /** The organization that `memberId` comes from, where it is another one. */
  from?: string
}

/** A branch that a preview brings people into; under UNPLACED those rows that belong to none. Its rows are a document of their own. */
export interface PreviewedBranch {
  branchId: string
  name: string
  path: string
  rosterVersion: number
  /** The organization it stands under, in a file of several branches. */
  under?: string
  /** It is not there: what it is made under. */
  parentId?: string
  counts: Record<PreviewRow['fate'], number>
  /** Rows of which something is asked. */
  asked: number
}

/** What became of the rows of a branch; `overtaken` where its roster was changed by others first. */
export interface Imported {
  added: number
  changed: number
  unchanged: number
  leftOut: number
  overtaken?: boolean
}

export interface RosterPreview {
  _id: string
  /** The branch that all of it goes into, or what stands over the branches that its rows name. */
  orgId: string
  path: string
  byBranch: boolean
  branches: PreviewedBranch[]
  /** Columns that were not read. */
  unread: string[]
  /** Rows and sheets that hold no people, and why: the answer to the same command sent again. */
  ignored: { row: number; sheet?: string | undefined; why: string }[]
  createdBy: Actor
  createdAt: Instant
  /** What was answered when it was imported, and who did: the first answers that came stand. */
  answers?: Answered[]
  confirmedBy?: Actor
  createBranches?: boolean
  /** By branch. */
  imported?: Record<string, Imported>
  /** From when on the timer goes on with an import that was begun and not ended. */
  dueAt?: Instant
  committedAt?: Instant
}
export const RosterPreviews = collection('roster-previews', {
  indexes: [by('created', 'createdAt'), by('due', 'dueAt')],
  fates: stays,
  takeover: 'stays',
}).of<RosterPreview>()

/** The rows of one branch of a preview: what is imported in one piece. */
export interface PreviewPart {
  _id: string
  /** `PreviewedRow[]` as JSON: nothing looks into them, and a text of many rows is written and read at a fraction of their cost. */
  rows: string
  createdAt: Instant
}
export const PreviewParts = collection('roster-preview-parts', {
  indexes: [by('created', 'createdAt')],
  fates: stays,
  takeover: 'stays',
}).of<PreviewPart>()

/** How far a long act has come, by its commandId. */
export interface ProgressMark {
  _id: string
  done: number
  total: number
  at: Instant
}
export const Progress = collection('progress', { indexes: [by('at', 'at')], fates: stays, takeover: 'none' }).of<ProgressMark>()

/** A member's public card (P46); `_id` is the member. What was withdrawn is gone; the codes stay, so that an old link can say so. */
export interface PublicCard {
  _id: string
  /** Every code it ever had, the newest last; only that one opens it. */
  codes: string[]
  content: (Input<(typeof publicCards)['publicCard.publish']> & { branchName: string }) | null
  changedAt: Instant
  /** The latest commands that published it: sent again after it was withdrawn, it publishes nothing. */
  commands: string[]
  /** Grows with every change. */
  version: number
}
export const PublicCards = collection('public-cards', {
  indexes: [by('codes', 'codes')],
  fates: everywhere('erased'),
  takeover: movesAndMeets(['_id'], { version: 'version' }),
}).of<PublicCard>()

/**
 * Two records of one person that became one (`member.merge`); `_id` is the record that was taken over. Written first; everything that moves or is given
 * back follows from this row, by the command or, where that was cut off, by the timer. It stays, so that the audit of the former record can be followed.
 */
export interface Merge {
  _id: string
  /** The record that stays. */
  into: string
  name: string
  intoName: string
  /** The branch of the record that stays. */
  branchId: string
  /** Every organization that one of the two belonged to. */
  homes: string[]
  state: 'merged' | 'undone'
  by: Actor
  at: Instant
  undoUntil: Instant
  undoneBy?: Actor
  /** Since when work is left for the timer; removed when all is done. */
  dueAt?: Instant
  /** All of it is done, and is looked at once more for what was written in the same moment. */
  again?: boolean
  /** Grows with each change of the state. */
  round: number
  /** Rows that could not be given back. */
  lost?: number
  /** Every command that merged it: repeated after an undo, it merges nothing. */
  commands: string[]
}
export const Merges = collection('merges', {
  indexes: [by('branch', 'branchId', 'undoUntil'), by('due', 'dueAt')],
  fates: stays,
  takeover: 'stays',
}).of<Merge>()
