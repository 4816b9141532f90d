import { LinkRow } from '../../../../components/Rows'
import { day } from '../../../../components/times'
import { go } from '../../../../platform/go'
import { useQuery } from '../../../../platform/query'
import { routes } from '../../../../../core/shared/routes'

/** How many the desk itself shows; the rest is one tap further. */
const MOST = 3

/** Posts near their time with too few hands, each one tap from sharing it again. Shows nothing where there are none. */
export const RiskLines = () => {
  const { data } = useQuery('post.list', { scope: 'risk' })
  return (
    <>
      {data?.items.slice(0, MOST).map(({ postId, title, next }) => (
        <LinkRow
          key={postId}
          icon="warn"
          words={`人手不够：${title}`}
          note={next ? `${day(next.startsAt)} · 还差 ${next.left} 人` : undefined}
          onPress={() => go(routes.posts())}
        />
      ))}
    </>
  )
}
