import { guarded } from '../../features/home/guard/rooms/secretary'
import { Volunteers } from '../../features/service/volunteers/Volunteers'

/** Volunteers who wait for an officer to vouch for them. */
export default guarded('volunteers', ({ office, onChange }) => <Volunteers key={office.orgId} orgId={office.orgId} onChange={onChange} />)
