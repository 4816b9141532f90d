import { MyBenefits } from '../../features/care/benefits/MyBenefits'
import { ActingFor, Known } from '../../features/people/identity/Known'

/** My own benefits, or those of the elder I act for. */
export default function MyBenefitsPage() {
  return <Known>{acting => <MyBenefits forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />}</Known>
}
