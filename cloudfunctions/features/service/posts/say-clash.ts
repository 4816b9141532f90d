import { saySpan } from '../../../../core/shared/spans'
import type { Commitment } from '../../people/public'

/** What a person is told of the shift that stands in the way. */
export const sayClash = ({ postId, shiftId, title, startsAt, endsAt }: Commitment) => ({
  ...{ postId, shiftId, title, startsAt, endsAt },
  name: `${title} ${saySpan({ startsAt, endsAt })}`,
})
