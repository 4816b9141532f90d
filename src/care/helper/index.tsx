import { useRouter } from '@tarojs/taro'
import { HelperScreen } from '../../features/pairings/HelperScreen'
import { Duty } from '../../secretary/Duty'

/** One helper and their elders. */
export default function HelperPage() {
  const { helperId = '' } = useRouter().params
  return <Duty>{() => <HelperScreen helperId={helperId} />}</Duty>
}
