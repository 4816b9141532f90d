import { guarded } from '../../features/home/guard/rooms/branch'
import { ReviewDesk } from '../../features/life/reviews/ReviewDesk'

definePageConfig({ navigationBarTitleText: '一步一步办' })

/** All of an 组织生活会 or 民主评议 (`activityId`), for its secretary and committee. */
export default guarded('reviewDesk', ({ id }) => <ReviewDesk activityId={id} />)
