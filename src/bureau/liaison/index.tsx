import { NameLiaison } from '../../features/people/liaisons/NameLiaison'
import { guarded } from '../../features/home/guard/rooms/bureau'

definePageConfig({ navigationBarTitleText: '支部的联络员' })

/** Names the liaison of a branch (`branchId`, `name`). */
export default guarded('nameLiaison', ({ id, asked }) => <NameLiaison branchId={id} name={asked('name')} />)
