import * as z from 'zod'
import { BoundAccount } from '../identity/contract'
import { Birthday } from '../../shared/birthday-schema'
import { operation, refusal } from '../../shared/operation'
import { phoneInvalid } from '../../shared/refusals'
import { Cursor, FileId, Id, InstantMs, Nothing, line, page, text } from '../../shared/schemas'

/** 离休 / 退休 / 在职 (S3). */
export const standings = ['honoured-retired', 'retired', 'in-service'] as const
/** S4 special care: 独居, 空巢, 失能, 半失能, 卧床, 高龄 is derived from the birthday. */
export const careKinds = ['alone', 'empty-nest', 'disabled', 'half-disabled', 'bedridden'] as const

/** What a roster row says about one person. Phones are digits as dialled; dates as exact as they were written (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`). */
export const Profile = z.object({
  name: z.string(),
  gender: z.enum(['male', 'female']).optional(),
  ethnicity: z.string().optional(),
  birthday: Birthday.optional(),
  joinedPartyOn: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional(),
  standing: z.enum(standings).optional(),
  formerPost: z.string().optional(),
  residence: z.string().optional(),
  phones: z.array(z.string()),
  emergencyName: z.string().optional(),
  emergencyPhones: z.array(z.string()),
  care: z.array(z.enum(careKinds)),
  health: z.string().optional(),
  skills: z.array(z.string()),
  groupName: z.string().optional(),
  liaisonName: z.string().optional(),
  note: z.string().optional(),
})
export type Profile = z.infer<typeof Profile>
export type ProfileField = keyof Profile

const Fault = z.object({ column: z.string(), cell: z.string(), message: z.string() })
/**
 * What has to be asked of a row before it is imported: that the person may have died, moved away or left the Party, stands on an old list, in a row that is
 * hidden, struck out or has failed formulas; that they may be a person of the roster (`same`) or of an earlier row (`twin`).
 */
export const askKinds = ['died', 'moved', 'stopped', 'void', 'hidden', 'struck', 'error', 'same', 'twin'] as const
const Ask = z.object({ what: z.enum(askKinds), column: z.string().optional(), cell: z.string().optional(), words: z.string() })
const Change = z.object({ field: z.string(), label: z.string(), from: z.string(), to: z.string() })
const PreviewRow = z.object({
  /** Row number as the spreadsheet shows it, from 1. */
  row: z.int(),
  /** Which sheet of the workbook, where it has several. */
  sheet: z.string().optional(),
  name: z.string(),
  fate: z.enum(['new', 'changed', 'unchanged', 'error']),
  changes: z.array(Change).optional(),
  errors: z.array(Fault).optional(),
  /** Cells that were doubtful but do not stop the row: what was read and what was left out. */
  warnings: z.array(Fault).optional(),
  /** Unless each of these is answered (`roster.commit`), the row is not imported. */
  asks: z.array(Ask).optional(),
  /** Who of this branch's roster the row is. */
  memberId: Id.optional(),
  /** The branch it is for, in a file of several; missing where the row does not say. */
  branchName: z.string().optional(),
})
export type PreviewRow = z.infer<typeof PreviewRow>

/**
 * An answer to what was asked: of one row, or (without `row`) of every row of which that was asked. `import`: they belong to the branch and live; `same`:
 * it is that person; `new`: it is another one; `leave`: the row is left out.
 */
const Answered = z.object({
  what: z.enum(askKinds),
  answer: z.enum(['import', 'same', 'new', 'leave']),
  row: z.int().optional(),
  sheet: z.string().max(100).optional(),
})
export type Answered = z.infer<typeof Answered>

const Counts = z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), error: z.int() })

/** A branch in the preview of a file of several. Rows that belong to none stand under UNPLACED (branches.ts). */
const PreviewedBranch = z.object({
  branchId: Id,
  name: z.string(),
  /** The organization it stands under. */
  under: z.string().optional(),
  /** It is not there yet: with `createBranches` it is made. */
  isNew: z.boolean().optional(),
  counts: Counts,
  /** Rows of which something is asked. */
  asked: z.int(),
})

/** One line of the roster; the phone is masked (138****1144). */
const RosterItem = z.object({
  memberId: Id,
  name: z.string(),
  /** The letter of pinyin under which the name is looked up; missing for a rare one, which has none. */
  initial: z.string().length(1).optional(),
  gender: z.enum(['male', 'female']).optional(),
  age: z.int().optional(),
  standing: z.enum(standings).optional(),
  care: z.array(z.enum(careKinds)),
  groupName: z.string().optional(),
  maskedPhone: z.string().optional(),
  bound: z.boolean(),
  /** 已故. */
  diedOn: z.string().optional(),
})

const Download = z.object({ fileId: FileId, url: z.string() })

/** Why, in words for the secretary. */
const fileUnreadable = refusal('ROSTER_FILE_UNREADABLE', z.object({ message: z.string() }))
/** How many people one file, or one branch in it, may bring, and how many it has. */
const rosterTooLong = refusal('ROSTER_TOO_LONG', z.object({ most: z.int(), found: z.int(), branchName: z.string().optional() }))

/** An organization by its id; a branch is also named as one. */
const organization = { orgId: Id.optional(), branchId: Id.optional() }
interface OfOrganization {
  orgId?: string | undefined
  branchId?: string | undefined
}
const isNamed = ({ orgId, branchId }: OfOrganization) => (branchId ?? orgId) !== undefined
/** Either way it is the organization that the operation is about. */
const byOrgId = <T extends OfOrganization>(given: T): T => ({ ...given, orgId: given.branchId ?? given.orgId })
/** The officers who import: a secretary into the branch, those above into all the branches below them. */
const importers = ['secretary', 'street', 'bureau'] as const

export const roster = {
  /**
   * Reads an uploaded .xlsx and says what each row would do; writes nothing to the roster. Into a branch all of it goes; for an organization above, a
   * column names each person's branch.
   */
  'roster.preview': operation({
    who: importers,
    of: 'orgId',
    input: z
      .object({ ...organization, fileId: FileId })
      .refine(isNamed, { path: ['orgId'] })
      .overwrite(byOrgId),
    output: z.object({
      previewId: Id,
      /** All of them in the order of the file, or, where they do not fit in a reply, first those that want a look (`more`; `roster.previewRows`). */
      rows: z.array(PreviewRow),
      counts: Counts,
      ignored: z.array(z.object({ row: z.int(), sheet: z.string().optional(), why: z.string() })),
      /** Columns that hold something for which a roster has no place. */
      unread: z.array(z.string()),
      /** How many rows are not among `rows`; missing where all are. */
      more: z.int().optional(),
      /** Of a file of several branches: those that are not there yet, with how many rows each has, and all of them with what would become of their rows. */
      newBranches: z.array(z.object({ name: z.string(), rows: z.int(), under: z.string() })).optional(),
      branches: z.array(PreviewedBranch).optional(),
    }),
    errors: [fileUnreadable, 'ROSTER_NO_HEADER', 'ROSTER_NO_BRANCH_COLUMN', rosterTooLong],
  }),
  /** The rows of a preview in the order of the file, those of one branch where it is named. */
  'roster.previewRows': operation({
    who: importers,
    of: 'previewId',
    input: z.object({ previewId: Id, branchId: Id.optional(), cursor: Cursor.optional() }),
    output: page(PreviewRow),
  }),
  /** How many people a running preview, or the import of it, has come to, by the commandId the preview was started with. */
  'roster.progress': operation({
    who: importers,
    of: 'orgId',
    input: z
      .object({ ...organization, commandId: Id })
      .refine(isNamed, { path: ['orgId'] })
      .overwrite(byOrgId),
    output: z.object({ done: z.int(), total: z.int() }),
  }),
  /**
   * Imports a preview, branch by branch, each all or nothing. What is cut off is finished by the same again, else by the timer. `createBranches`: branches that are
   * not there yet are made; without it their rows are left.
   */
  'roster.commit': operation({
    who: importers,
    of: 'previewId',
    input: z.object({ previewId: Id, createBranches: z.boolean().optional(), answers: z.array(Answered).max(6000).optional() }),
    output: z.object({
      added: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      /** Rows of which something was asked and not answered, or answered with `leave`; missing where there are none. */
      leftOut: z.int().optional(),
      /** Rows of branches that are not there and were not to be made; missing where there are none. */
      skipped: z.int().optional(),
      /** Rows of branches whose roster was changed by others while the import was running: they are as they were. */
      overtaken: z.array(z.object({ name: z.string(), rows: z.int() })).optional(),
      /** Rows still to come, where one call was not enough: the same again goes on. */
      left: z.int().optional(),
    }),
    errors: ['ROSTER_CHANGED'],
  }),
  'roster.list': operation({
    who: ['secretary'],
    of: 'branchId',
    /** `dead`: those who died, instead of the living. */
    input: z.object({ branchId: Id, cursor: Cursor.optional(), dead: z.boolean().optional() }),
    output: page(RosterItem),
  }),
  'roster.get': operation({
    who: ['secretary'],
    of: 'memberId',
    input: z.object({ memberId: Id }),
    output: RosterItem.extend({
      held: z.array(z.object({ label: z.string(), value: z.string() })),
      helpers: z.array(z.object({ name: z.string(), relation: z.string() })),
      /** Numbers that wait until the member, or an officer other than the one who brought them, says that they are the member's. */
      waitingDoors: z.array(
        z.object({ doorId: Id, maskedPhone: z.string(), by: z.string(), at: InstantMs, may: z.array(z.enum(['openDoor'])) }),
      ),
      may: z.array(z.enum(['accounts'])),
    }),
  }),
  /** The numbers to dial, in full; leaves an audit row. */
  'roster.phone': operation({
    who: ['secretary', 'leader', 'liaison'],
    of: 'memberId',
    input: z.object({ memberId: Id }),
    output: z.object({ phones: z.array(z.string()), emergency: z.array(z.object({ name: z.string(), phone: z.string() })) }),
  }),
  'roster.change': operation({
    ranked: 'level',
    who: ['secretary'],
    of: 'memberId',
    input: z.object({
      memberId: Id,
      residence: text(100).optional(),
      phones: z.array(line(30)).max(5).optional(),
      groupId: Id.nullable().optional(),
      note: text(200).optional(),
    }),
    output: Nothing,
    errors: [phoneInvalid],
  }),
  /** A code that binds a member's own account; of an officer by the office above. */
  'roster.invite': operation({
    ranked: 'over',
    who: ['secretary', 'street', 'bureau'],
    of: 'memberId',
    input: z.object({ memberId: Id }),
    output: z.object({ inviteCode: z.string(), expiresAt: InstantMs }),
  }),
  /** A second officer, other than the one who brought it, says that a waiting number is the member's: it opens a door from now on. */
  'roster.openDoor': operation({
    ranked: 'over',
    who: ['secretary', 'street', 'bureau'],
    of: 'memberId',
    input: z.object({ memberId: Id, doorId: Id }),
    output: Nothing,
    errors: ['DOOR_NEEDS_ANOTHER'],
  }),
  /** The WeChat accounts that are bound as a member. */
  'roster.accounts': operation({
    ranked: 'over',
    who: ['secretary', 'street', 'bureau'],
    of: 'memberId',
    input: z.object({ memberId: Id }),
    output: z.object({ accounts: z.array(BoundAccount) }),
  }),
  /** Ends the binding of one of them; one that is not there has ended already. */
  'roster.endAccount': operation({
    ranked: 'over',
    who: ['secretary', 'street', 'bureau'],
    of: 'memberId',
    input: z.object({ memberId: Id, accountRef: z.string().min(1).max(64) }),
    output: Nothing,
  }),
  /** An empty roster workbook with the columns, examples and notes. */
  'roster.template': operation({
    kept: true,
    who: importers,
    of: 'orgId',
    input: z
      .object(organization)
      .refine(isNamed, { path: ['orgId'] })
      .overwrite(byOrgId),
    output: Download,
  }),
  'roster.export': operation({ kept: true, who: ['secretary'], of: 'branchId', input: z.object({ branchId: Id }), output: Download }),
  /**
   * People one looks after, by part of a name, to ask in their stead (`request.raiseFor`); all of them where nothing is typed. `orgId` is a branch
   * or a group (INVALID_INPUT else). Twenty to a page, by name.
   */
  'roster.find': operation({
    who: ['secretary', 'leader', 'liaison', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, name: text(20).optional(), cursor: Cursor.optional() }),
    output: page(z.object({ memberId: Id, name: z.string(), groupName: z.string().optional(), maskedPhone: z.string().optional() })),
  }),
} as const
