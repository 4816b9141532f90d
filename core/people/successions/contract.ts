import * as z from 'zod'
import { operation, refusal } from '../../shared/operation'
import { FileId, Id, IsoDate, line } from '../../shared/schemas'
import { branchKinds } from '../organizations/branch-kinds'

/** What it rests on: from when it holds, why, and the document with its pictures where there is one. */
const Act = z.object({
  on: IsoDate,
  reason: line(200),
  documentNo: line(60).optional(),
  fileIds: z.array(FileId).max(9).optional(),
})

export const successions = {
  /**
   * 撤并: closes a branch and lets another take its place, with its people, groups, offices and everything under way; what happened stays where it
   * happened, and the closed branch points on. `moved`: how many people came over.
   */
  'org.merge': operation({
    who: ['street', 'bureau'],
    of: 'orgId',
    input: Act.extend({ orgId: Id, intoOrgId: Id }),
    output: z.object({ moved: z.int() }),
    errors: ['ORG_MERGE_MISPLACED'],
  }),
  /** 拆分: makes a branch of these groups and people of another, beside it. What the groups have under way goes with them. */
  'org.split': operation({
    who: ['street', 'bureau'],
    of: 'orgId',
    input: Act.extend({
      orgId: Id,
      name: line(40),
      branchKind: z.enum(branchKinds).optional(),
      groupIds: z.array(Id).max(50).optional(),
      memberIds: z.array(Id).max(500).optional(),
    }),
    output: z.object({ orgId: Id, moved: z.int() }),
    errors: ['ORG_MERGE_MISPLACED', 'ORG_NAME_TAKEN', refusal('BRANCH_TOO_SMALL', z.object({ least: z.int(), members: z.int() }))],
  }),
} as const
