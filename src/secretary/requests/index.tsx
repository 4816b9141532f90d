import { useRouter } from '@tarojs/taro'
import { RequestDesk } from '../../features/requests/RequestDesk'
import { Duty } from '../Duty'

/** The branch's help requests (`lane`: which list first). */
export default function RequestsDeskPage() {
  const { lane } = useRouter().params
  return <Duty>{({ branchId, branchName }) => <RequestDesk orgId={branchId} orgName={branchName} lane={lane} />}</Duty>
}
