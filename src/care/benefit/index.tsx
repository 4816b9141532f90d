import { benefitKinds } from '../../../core/care/benefits/kinds'
import { BenefitList } from '../../features/care/benefits/BenefitList'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '待遇台账' })

/** Who has had one benefit (`kind`). */
export default guarded('benefit', ({ office, asked }) => {
  const kind = asked('kind')
  return <BenefitList orgId={office.orgId} name={office.orgName} kind={benefitKinds.find(one => one === kind) ?? 'check-up'} />
})
