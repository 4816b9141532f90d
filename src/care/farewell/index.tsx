import { useRouter } from '@tarojs/taro'
import { ChooseDeceased, MarkDeath } from '../../features/departures/aftercare/MarkDeath'
import { Known } from '../../features/people/identity/Known'
import { Duty } from '../../secretary/Duty'

/** Marks a death: first who, of the branch `orgId` (else of one's own), then what will happen (`memberId`). */
export default function FarewellPage() {
  const { memberId, orgId } = useRouter().params
  if (memberId) return <Known>{() => <MarkDeath memberId={memberId} />}</Known>
  if (orgId) return <Known>{() => <ChooseDeceased orgId={orgId} />}</Known>
  return <Duty>{({ branchId }) => <ChooseDeceased orgId={branchId} />}</Duty>
}
