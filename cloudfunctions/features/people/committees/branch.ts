import type { Organization } from '../documents'
import type { Context } from '../use-case'

type OfBranch = Pick<Context<'committee.get'>, 'subject' | 'fail'>

/** The branch that the operation is about; only a branch has a committee. */
export const theBranch = ({ subject, fail }: OfBranch): Organization =>
  subject.kind === 'branch' ? subject : fail('INVALID_INPUT', { paths: ['orgId'] })

/** The same where it is to be changed: a closed one takes nothing any more. */
export const openBranch = (context: OfBranch): Organization => {
  const branch = theBranch(context)
  return branch.closedAt === undefined ? branch : context.fail('CONFLICT')
}
