import { guarded } from '../../features/home/guard/rooms/voice'
import { Surveys } from '../../features/voice/surveys/Surveys'

definePageConfig({ navigationBarTitleText: '不记名测评' })

/** The anonymous surveys of the places where the reader belongs. */
export default guarded('surveys', () => <Surveys />)
