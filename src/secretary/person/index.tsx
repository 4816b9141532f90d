import { useRouter } from '@tarojs/taro'
import { Named } from '../../components/Named'
import { Person } from '../../features/people/roster/Person'
import { Duty } from '../Duty'

/** One person of the roster. */
export default function PersonPage() {
  const { memberId } = useRouter().params
  return (
    <Duty>
      {({ branchId }) => (
        <Named id={memberId} icon="me" what="名册里的一位同志">
          {id => <Person memberId={id} branchId={branchId} />}
        </Named>
      )}
    </Duty>
  )
}
