import { useRouter } from '@tarojs/taro'
import { Named } from '../../components/Named'
import { Known } from '../../features/people/identity/Known'
import { officesOf } from '../../features/people/organizations/offices'
import { CarePerson } from '../../features/care/special-care/CarePerson'

/** One elder in special care (`memberId`). */
export default function CarePersonPage() {
  const { memberId } = useRouter().params
  return (
    <Known>
      {({ me }) => (
        <Named id={memberId} icon="clock" what="一位老同志多久联系一次">
          {id => <CarePerson memberId={id} raises={officesOf(me).length > 0} />}
        </Named>
      )}
    </Known>
  )
}
