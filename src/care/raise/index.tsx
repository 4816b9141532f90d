import { useRouter } from '@tarojs/taro'
import { Raise } from '../../features/care/visits/Raise'
import { Near } from '../Near'

/** Somebody of the branch or group is ill or in need: one whose page led here (`memberId`, `name`), or to be found. */
export default function RaisePage() {
  const { memberId, name = '' } = useRouter().params
  const of = memberId === undefined ? undefined : { memberId, name: decodeURIComponent(name) }
  return <Near>{({ orgId }) => <Raise orgId={orgId} of={of} />}</Near>
}
