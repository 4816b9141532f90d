import { RequestDesk } from '../../features/help/requests/RequestDesk'
import { guarded } from '../../features/home/guard/rooms/secretary'

definePageConfig({ navigationBarTitleText: '求助' })

/** The help requests of those one looks after, as secretary, group leader or liaison (`orgId`: of which office, `lane`: which list first). */
export default guarded('requestDesk', ({ acting: { me, person }, office, onChange, asked }) => (
  <RequestDesk
    key={office.orgId}
    orgId={office.orgId}
    orgName={office.orgName}
    me={me}
    person={person}
    lane={asked('lane')}
    onChange={onChange}
  />
))
