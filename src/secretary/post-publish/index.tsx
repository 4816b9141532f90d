import { useRouter } from '@tarojs/taro'
import { PublishPost } from '../../features/service/posts/desk/PublishPost'
import { useActing } from '../../features/people/identity/session'
import { Duty } from '../Duty'

/** A new post; with `from` one like an old one. */
export default function PublishPostPage() {
  const { from } = useRouter().params
  const { me } = useActing()
  return <Duty>{({ branchId }) => <PublishPost key={branchId} branchId={branchId} name={me?.member?.name ?? ''} from={from} />}</Duty>
}
