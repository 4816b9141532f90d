import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import type { For } from './post'
import { PostCard } from './PostCard'
import { routes } from '../../../../core/shared/routes'

/** 服务岗位: what I can lend a hand with, the soonest first. */
export const PostList = ({ forMemberId }: { forMemberId: For }) => {
  const input = { scope: 'branch' as const, ...forMemberId }
  const query = useQuery('post.list', input)
  const { items, more, refusal } = usePages(query, cursor => call('post.list', { ...input, cursor }))
  return (
    <>
      <LinkRow icon="award" words="我的服务" note="我的班、服务时长、证书" onPress={() => go(routes.service())} />
      <Loaded query={query}>
        {() => (
          <>
            {items.length === 0 && <Empty icon="serve" title="现在没有要人手的岗位" hint="支部有新岗位，会出现在这里，也会发到微信群。" />}
            {items.map(post => (
              <PostCard key={post.postId} post={post} />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些岗位</Button>}
          </>
        )}
      </Loaded>
    </>
  )
}
