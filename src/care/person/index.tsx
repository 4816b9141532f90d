import { useRouter } from '@tarojs/taro'
import { Known } from '../../features/identity/Known'
import { officesOf } from '../../features/requests/offices'
import { CarePerson } from '../../features/special-care/CarePerson'

/** One elder in special care (`memberId`). */
export default function CarePersonPage() {
  const { memberId = '' } = useRouter().params
  return <Known>{({ me }) => <CarePerson memberId={memberId} raises={officesOf(me).length > 0} />}</Known>
}
