import { Rounds } from '../../features/assessment/rounds/Rounds'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '示范创建和考核' })

/** Rounds that concern a place. */
export default guarded('assessments', ({ office }) => <Rounds {...office} />)
