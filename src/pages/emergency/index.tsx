import { CallContacts } from '../../features/care/cards/CallContacts'
import { EmergencyScreen } from '../../features/help/requests/emergency/EmergencyScreen'
import { guarded } from '../../features/home/guard/rooms/pages'
import { useActing } from '../../features/people/public'

definePageConfig({ navigationBarTitleText: '急事' })

/** 急病、摔倒、火灾: 120 and 119 for everyone, without network or account; then the branch, and the people this phone knows of. */
export default guarded('emergency', ({ asked }) => {
  const acting = useActing()
  const [memberId, name] = [asked('memberId'), asked('name')]
  const known = memberId ?? acting.person?.memberId
  return (
    <EmergencyScreen
      named={asked('kind')}
      acting={acting}
      elder={memberId !== undefined && name !== undefined ? { memberId, name } : undefined}
      people={known === undefined ? null : <CallContacts memberId={known} />}
    />
  )
})
