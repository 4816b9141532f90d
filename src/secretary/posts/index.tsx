import { RunList } from '../../features/service/posts/desk/RunList'
import { Duty } from '../Duty'

/** The posts a secretary runs. */
export default function PostsPage() {
  return <Duty>{() => <RunList />}</Duty>
}
