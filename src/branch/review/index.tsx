import { guarded } from '../../features/home/guard/rooms/branch'
import { MyReview, OpinionFor } from '../../features/life/reviews/MyReview'

definePageConfig({ navigationBarTitleText: '评议' })

/** One's own part of an 组织生活会 or 民主评议 (`id`); family says the elder's opinion. */
export default guarded('review', ({ acting, id }) =>
  acting.person.memberId === acting.me.member?.memberId ? (
    <MyReview activityId={id} memberId={acting.person.memberId} />
  ) : (
    <OpinionFor activityId={id} forMemberId={acting.person.memberId} name={acting.person.name} />
  ),
)
