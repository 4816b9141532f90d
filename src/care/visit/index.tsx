import { useRouter } from '@tarojs/taro'
import { Named } from '../../components/Named'
import { Known } from '../../features/people/identity/Known'
import { VisitScreen } from '../../features/care/visits/VisitScreen'

/** One visit (`id`): to be recorded, or as it was. */
export default function VisitPage() {
  const { id } = useRouter().params
  return (
    <Known>
      {() => (
        <Named id={id} icon="home" what="一次走访，去过了也在这里登记">
          {visitId => <VisitScreen visitId={visitId} />}
        </Named>
      )}
    </Known>
  )
}
