import { guarded } from '../../features/home/guard/rooms/voice'
import { RoundList } from '../../features/voice/rounds/RoundList'

definePageConfig({ navigationBarTitleText: '金点子评选' })

/** Rounds of an organization (`orgId`), or those in which the reader is a juror. */
export default guarded('rounds', ({ asked }) => <RoundList orgId={asked('orgId')} />)
