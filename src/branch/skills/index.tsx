import { guarded } from '../../features/home/guard/rooms/branch'
import { SkillList } from '../../features/people/talent/SkillList'

definePageConfig({ navigationBarTitleText: '特长清单' })

/** The skills that people choose from, and what a bureau adds to them. */
export default guarded('skills', ({ office }) => <SkillList key={office.orgId} orgId={office.orgId} orgName={office.orgName} />)
