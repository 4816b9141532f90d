import { useRouter } from '@tarojs/taro'
import { ChooseDeceased, MarkDeath } from '../../features/aftercare/MarkDeath'
import { Known } from '../../features/identity/Known'
import { Duty } from '../../secretary/Duty'

/** Marks a death: first who, then what will happen (`memberId`). */
export default function FarewellPage() {
  const { memberId } = useRouter().params
  if (!memberId) return <Duty>{({ branchId }) => <ChooseDeceased branchId={branchId} />}</Duty>
  return <Known>{() => <MarkDeath memberId={memberId} />}</Known>
}
