import { useRouter } from '@tarojs/taro'
import { ElderScreen } from '../../features/pairings/ElderScreen'
import { Duty } from '../../secretary/Duty'

/** Who looks after one elder. */
export default function ElderPage() {
  const { memberId = '', name = '' } = useRouter().params
  return <Duty>{() => <ElderScreen memberId={memberId} name={decodeURIComponent(name)} />}</Duty>
}
