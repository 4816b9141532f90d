import { TemplatePage } from '../../features/assessment/templates/TemplatePage'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '改考评标准' })

/** One template (`templateId`); the first that the product comes with where the address names none. */
export default guarded('assessmentTemplate', ({ office, asked }) => (
  <TemplatePage orgId={office.orgId} orgName={office.orgName} templateId={asked('templateId') ?? 'six-goods-2022'} />
))
