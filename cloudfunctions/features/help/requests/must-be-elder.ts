import { viewerOf } from '../../../../core/help/requests/viewers'
import { roles } from '../../../../core/shared/operation'
import type { Context } from '../use-case'

/** The request as seen by whoever asked or who acts for them; nobody else may speak for the elder. */
export const mustBeElder = ({
  person,
  subject,
  holds,
  fail,
}: Pick<Context<'request.confirm'>, 'person' | 'subject' | 'holds' | 'fail'>): void => {
  if (viewerOf(subject, person._id, holds(roles, subject.path)) !== 'elder') fail('REQUEST_NOT_YOURS')
}
