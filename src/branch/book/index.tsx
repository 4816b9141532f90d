import { guarded } from '../../features/home/guard/rooms/branch'
import { Book } from '../../features/life/records/Book'

definePageConfig({ navigationBarTitleText: '三会一课记录本' })

/** The record book of a branch. */
export default guarded('book', ({ office }) => (
  <Book key={office.orgId} orgId={office.orgId} orgName={office.orgName} secretary={office.secretary} />
))
