import { viewerOf } from '../../../../core/help/requests/viewers'
import { roles } from '../../../../core/shared/operation'
import type { Context } from '../use-case'

/** Fails with REQUEST_NOT_YOURS unless the caller is the elder, acts for them or asked in their name. */
export const mustBeElder = ({
  person,
  subject,
  holds,
  fail,
}: Pick<Context<'request.confirm'>, 'person' | 'subject' | 'holds' | 'fail'>): void => {
  if (viewerOf(subject, person._id, holds(roles, subject.path)) !== 'elder') fail('REQUEST_NOT_YOURS')
}
