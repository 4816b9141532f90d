import { useRouter } from '@tarojs/taro'
import { Known } from '../../features/identity/Known'
import { CarePerson } from '../../features/special-care/CarePerson'

/** One elder in special care (`memberId`). */
export default function CarePersonPage() {
  const { memberId = '' } = useRouter().params
  return <Known>{() => <CarePerson memberId={memberId} />}</Known>
}
