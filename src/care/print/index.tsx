import { useRouter } from '@tarojs/taro'
import { Print } from '../../features/care/cards/Print'
import { Duty } from '../../secretary/Duty'

/** Service cards on paper. */
export default function PrintPage() {
  const { memberId } = useRouter().params
  return <Duty>{({ branchId }) => <Print branchId={branchId} memberId={memberId} />}</Duty>
}
