import { useRouter } from '@tarojs/taro'
import { Known } from '../../features/identity/Known'
import { VisitScreen } from '../../features/visits/VisitScreen'

/** One visit (`id`): to be recorded, or as it was. */
export default function VisitPage() {
  const { id = '' } = useRouter().params
  return <Known>{() => <VisitScreen visitId={decodeURIComponent(id)} />}</Known>
}
