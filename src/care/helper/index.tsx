import { useRouter } from '@tarojs/taro'
import { Named } from '../../components/Named'
import { HelperScreen } from '../../features/care/pairings/HelperScreen'
import { ForSecretary } from '../../secretary/Duty'

/** One helper and their elders. */
export default function HelperPage() {
  const { helperId } = useRouter().params
  return (
    <ForSecretary>
      {() => (
        <Named id={helperId} icon="people" what="一位同志联系着哪些老同志">
          {id => <HelperScreen helperId={id} />}
        </Named>
      )}
    </ForSecretary>
  )
}
