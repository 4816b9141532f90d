import * as z from 'zod'
import { branchKinds, kindSwitches } from './branch-kinds'
import { BoundAccount, Invitation } from '../identity/contract'
import { groupKinds } from './group-kinds'
import { organizationKinds } from '../../shared/organization-kinds'
import { operation, refusal, roles } from '../../shared/operation'
import { phoneInvalid } from '../../shared/refusals'
import { Cursor, FileId, Id, InstantMs, IsoDate, Nothing, line, page, text } from '../../shared/schemas'
import { happenings } from './history'

/** A unit of a joint branch, by its name. */
export const Unit = line(40).min(3)
/** A joint branch names from two units to as many as the rule set says, each once. */
export const branchUnits = refusal('BRANCH_UNITS', z.object({ least: z.int(), most: z.int() }))

const Organization = z.object({
  orgId: Id,
  name: z.string(),
  kind: z.enum(organizationKinds),
  branchKind: z.enum(branchKinds).optional(),
  parentId: Id.nullable(),
  path: z.string(),
  closed: z.boolean(),
  /** The organization in the place of a closed one. */
  mergedInto: Id.optional(),
  /** Of a joint branch: whose members come together in it. */
  units: z.array(z.string()).optional(),
  /** Of a functional group: what it is for. */
  groupKind: z.enum(groupKinds).optional(),
  /** 挂靠: the organization that hosts a branch; it gives no rights. */
  hostId: Id.optional(),
})
const Counted = Organization.extend({ count: z.int().optional(), hostName: z.string().optional() })
const Named = z.object({ orgId: Id, name: z.string() })
const Officer = z.object({ memberId: Id, name: z.string(), role: z.enum(roles) })

export const organizations = {
  'org.get': operation({
    who: ['secretary', 'leader', 'liaison', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: Organization.extend({ officers: z.array(Officer) }),
  }),
  /** Organizations at or below one by a part of their name, its pinyin or its initials; two letters at least. Closed ones say so. */
  'org.find': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, words: line(24), cursor: Cursor.optional() }),
    output: page(Organization.extend({ under: z.string() })),
  }),
  'org.children': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, cursor: Cursor.optional() }),
    output: page(Organization),
  }),
  /** One level of the tree with its head-counts: the organization, and page by page what stands below it. `count` is missing until it is first counted. */
  'org.tree': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, cursor: Cursor.optional() }),
    output: page(Counted).extend({ org: Counted, may: z.array(z.enum(['rename', 'merge', 'split', 'document', 'host', 'close'])) }),
  }),
  /** What an organization is and was: what its kind switches off, with the document that says so; its units, its host and those it hosts; which branches came to it; its history, latest first. */
  'org.about': operation({
    who: ['secretary', 'leader', 'liaison', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({
      switches: z.array(z.object({ key: z.enum(kindSwitches), holds: z.boolean(), document: z.string(), article: z.string().optional() })),
      mergedInto: Named.optional(),
      formerly: z.array(Named),
      units: z.array(z.string()),
      host: Named.extend({ since: IsoDate, documentNo: z.string().optional() }).optional(),
      hosts: z.array(Named),
      items: z.array(
        z.object({
          at: InstantMs,
          kind: z.enum(happenings),
          words: z.string(),
          by: z.string(),
          on: IsoDate.optional(),
          documentNo: z.string().optional(),
          fileIds: z.array(FileId).optional(),
        }),
      ),
    }),
  }),
  /** Enters a document of an organization into its history: its number, what it says, from when it holds, with its pictures. */
  'org.document': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, on: IsoDate, documentNo: line(60), words: line(200), fileIds: z.array(FileId).max(9).optional() }),
    output: Nothing,
  }),
  'org.create': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({
      orgId: Id,
      kind: z.enum(organizationKinds),
      branchKind: z.enum(branchKinds).optional(),
      name: line(40),
      units: z.array(Unit).max(20).optional(),
      groupKind: z.enum(groupKinds).optional(),
    }),
    output: z.object({ orgId: Id }),
    errors: ['ORG_KIND_MISPLACED', 'ORG_NAME_TAKEN', branchUnits],
  }),
  /** 挂靠: from a day on another organization hosts the branch, or (null) none does any more. Who has rights over the branch stays as it was. */
  'org.host': operation({
    who: ['street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, hostId: Id.nullable(), on: IsoDate, documentNo: line(60).optional() }),
    output: Nothing,
    errors: ['ORG_HOST_MISPLACED'],
  }),
  'org.rename': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, name: line(40) }),
    output: Nothing,
    errors: ['ORG_NAME_TAKEN'],
  }),
  'org.close': operation({
    who: ['street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, reason: line(200) }),
    output: Nothing,
    errors: ['ORG_NOT_EMPTY'],
  }),
  /**
   * Gives a member an office over an organization; taking it away is `org.dismiss`. Answers the WeChat accounts that act as the member, so that the one who
   * gives the office sees how they came to it.
   */
  'org.appoint': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, memberId: Id, role: z.enum(roles) }),
    output: z.object({ accounts: z.array(BoundAccount) }),
    errors: ['ROLE_NOT_YOURS_TO_GIVE'],
  }),
  /**
   * Invites an officer who is on no roster: binding with the code (`me.bind`) makes the member and gives the office, if the one who invited may give it then.
   * Answers the accounts that act as that officer already, where the name was invited here before, and the members of the branch with the same name.
   */
  'org.invite': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, role: z.enum(roles), name: line(20), phone: text(30).optional() }),
    output: Invitation.extend({ accounts: z.array(BoundAccount), namesakes: z.array(z.object({ memberId: Id, name: z.string() })) }),
    errors: ['ROLE_NOT_YOURS_TO_GIVE', phoneInvalid],
  }),
  'org.dismiss': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, memberId: Id, role: z.enum(roles) }),
    output: Nothing,
    errors: ['ROLE_NOT_YOURS_TO_GIVE'],
  }),
} as const
