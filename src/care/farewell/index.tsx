import { ChooseDeceased, MarkDeath } from '../../features/departures/aftercare/MarkDeath'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '登记' })

/** Marks a death: first who, of the branch `orgId` (else of one’s own), then what will happen (`memberId`). */
export default guarded('farewell', ({ office, asked }) => {
  const memberId = asked('memberId')
  if (memberId !== undefined) return <MarkDeath memberId={memberId} />
  return <ChooseDeceased orgId={office?.orgId ?? asked('orgId') ?? ''} />
})
