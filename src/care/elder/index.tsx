import { useRouter } from '@tarojs/taro'
import { Named } from '../../components/Named'
import { ElderScreen } from '../../features/care/pairings/ElderScreen'
import { ForSecretary } from '../../secretary/Duty'

/** Who looks after one elder. */
export default function ElderPage() {
  const { memberId, name = '' } = useRouter().params
  return (
    <ForSecretary>
      {() => (
        <Named id={memberId} icon="people" what="一位老同志由谁联系">
          {id => <ElderScreen memberId={id} name={decodeURIComponent(name)} />}
        </Named>
      )}
    </ForSecretary>
  )
}
