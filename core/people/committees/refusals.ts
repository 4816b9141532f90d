import * as z from 'zod'
import { refusal } from '../../shared/operation'
import { Id } from '../../shared/schemas'
import { committeePosts } from './posts'

export const committeeTooLarge = refusal('COMMITTEE_TOO_LARGE', z.object({ most: z.int() }))
/** People of the list who do not belong to the branch. */
export const notItsMember = refusal('COMMITTEE_NOT_ITS_MEMBER', z.object({ memberIds: z.array(Id) }))

/** Why a committee cannot be recorded, by hand or after its election. */
export const committeeRefusals = [
  'COMMITTEE_APPOINTED',
  'COMMITTEE_WITHOUT_HEAD',
  'COMMITTEE_NONE',
  refusal('COMMITTEE_POST_TWICE', z.object({ post: z.enum(committeePosts) })),
  committeeTooLarge,
  notItsMember,
] as const
