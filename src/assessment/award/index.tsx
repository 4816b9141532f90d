import { AwardPage } from '../../features/assessment/awards/AwardPage'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '以奖代补' })

/** What the scores of a round bring its branches. */
export default guarded('award', ({ id, office }) => <AwardPage of={{ roundId: id, orgId: office.orgId }} orgName={office.orgName} />)
