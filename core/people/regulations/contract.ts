import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Id, IsoDate, Nothing, line } from '../../shared/schemas'
import { branchKinds } from '../organizations/branch-kinds'
import { ruleKeys } from './rows'

const Named = z.object({ key: z.enum(ruleKeys), branchKind: z.enum(branchKinds).optional(), from: IsoDate })
const Row = Named.omit({ key: true }).extend({
  value: z.int(),
  document: z.string(),
  article: z.string().optional(),
  /** The organization that set it; missing for those the product comes with. */
  orgId: Id.optional(),
  orgName: z.string().optional(),
  /** It is the one that holds today for its kinds of branch. */
  holds: z.boolean(),
})

export const regulations = {
  /** The rule set as it holds at an organization: for each number its rows, the former and the coming ones too. */
  'regulation.list': operation({
    who: ['secretary', 'leader', 'liaison', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({
      items: z.array(
        z.object({
          key: z.enum(ruleKeys),
          title: z.string(),
          unit: z.enum(['人', '个', '年', '个月', '天', '次', '学时', '周岁', '分之一', '%', '‰', '元', 'switch']),
          rows: z.array(Row),
        }),
      ),
      may: z.array(z.enum(['set'])),
    }),
  }),
  /** A number from a date on, with the document that says so; the same key, kind and date again replaces it. */
  'regulation.set': operation({
    who: ['bureau'],
    of: 'orgId',
    input: Named.extend({ orgId: Id, value: z.int().min(0).max(1_000_000), document: line(60), article: line(20).optional() }),
    output: Nothing,
  }),
  /** Takes back what the organization itself set; what held without it holds again. */
  'regulation.withdraw': operation({
    who: ['bureau'],
    of: 'orgId',
    input: Named.extend({ orgId: Id }),
    output: Nothing,
  }),
} as const
