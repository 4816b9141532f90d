import { CareList, MyCare } from '../../features/care/special-care/CareList'
import { guarded } from '../../features/home/guard/rooms/care'
import { officesOf } from '../../features/people/organizations/offices'

definePageConfig({ navigationBarTitleText: '特殊关怀' })

/** Who is in special care: one's own (`mine`), those of the branch, or of an organization (`orgId`, `name`). */
export default guarded('special', ({ acting, office }) => {
  if (!office) return <MyCare />
  const { orgId, orgName } = office
  const wide = !officesOf(acting.me).some(near => near.orgId === orgId)
  return <CareList orgId={orgId} name={orgName} wide={wide} />
})
