import { useRouter } from '@tarojs/taro'
import { BenefitList } from '../../features/care/benefits/BenefitList'
import { benefitKinds } from '../../../core/care/benefits/kinds'
import { NamedOrg } from '../NamedOrg'

/** Who has had one benefit (`kind`). */
export default function BenefitPage() {
  const { kind } = useRouter().params
  const known = benefitKinds.find(one => one === kind) ?? 'check-up'
  return <NamedOrg>{({ orgId, name }) => <BenefitList orgId={orgId} name={name} kind={known} />}</NamedOrg>
}
