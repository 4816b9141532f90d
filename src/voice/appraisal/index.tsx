import { guarded } from '../../features/home/guard/rooms/voice'
import { AppraisalPage } from '../../features/voice/appraisals/AppraisalPage'

definePageConfig({ navigationBarTitleText: '民主测评' })

/** The secret ballot of a review (`activityId`) on the own phone. */
export default guarded('appraisalBallot', ({ id }) => <AppraisalPage activityId={id} />)
