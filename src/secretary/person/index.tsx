import { useRouter } from '@tarojs/taro'
import { Person } from '../../features/people/Person'
import { Duty } from '../Duty'

/** One person of the roster. */
export default function PersonPage() {
  const { memberId = '' } = useRouter().params
  return <Duty>{({ branchId }) => <Person memberId={memberId} branchId={branchId} />}</Duty>
}
