import { guarded } from '../../features/home/guard/rooms/bureau'
import { RhythmRules } from '../../features/life/rhythm/Rules'

definePageConfig({ navigationBarTitleText: '多久办一次' })

/** How often each duty is owed under an organization (`orgId`, `name`). */
export default guarded('rhythmRules', ({ office }) => <RhythmRules orgId={office.orgId} name={office.orgName} />)
