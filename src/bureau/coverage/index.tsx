import { Coverage, gapKindOf } from '../../features/people/coverage/Coverage'
import { guarded } from '../../features/home/guard/rooms/bureau'

definePageConfig({ navigationBarTitleText: '全覆盖' })

/** Who and what is left out under an organization (`orgId`, `name`), else under one's own; the names of one `kind`. */
export default guarded('coverage', ({ office, asked }) => (
  <Coverage orgId={office.orgId} name={office.orgName} kind={gapKindOf(asked('kind'))} />
))
