import { useRouter } from '@tarojs/taro'
import { ChangePost } from '../../features/posts/desk/ChangePost'

/** Changes a post that is out. */
export default function ChangePostPage() {
  const { postId = '' } = useRouter().params
  return <ChangePost postId={postId} />
}
