import { useRouter } from '@tarojs/taro'
import { Named } from '../../components/Named'
import { Family } from '../../features/departures/aftercare/Family'
import { Known } from '../../features/people/identity/Known'

/** What there is to do for one family (`memberId`). */
export default function AftercarePage() {
  const { memberId } = useRouter().params
  return (
    <Known>
      {() => (
        <Named id={memberId} icon="file" what="一位同志去世后，家里的事办到哪里了">
          {id => <Family memberId={id} />}
        </Named>
      )}
    </Known>
  )
}
