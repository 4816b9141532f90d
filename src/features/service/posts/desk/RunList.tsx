import { BigButton, Button } from '../../../../components/Button'
import { Card, Section, Title } from '../../../../components/Card'
import { Failure } from '../../../../components/Failure'
import { Empty, Loaded } from '../../../../components/Loaded'
import { ShareButton } from '../../../../components/OpenButtons'
import { Fact, LinkRow } from '../../../../components/Rows'
import { Screen } from '../../../../components/Screen'
import { StateChip } from '../../../../components/StateChip'
import { span } from '../../../../components/times'
import { call } from '../../../../platform/call'
import { go } from '../../../../platform/go'
import { usePages } from '../../../../platform/pages'
import { useQuery } from '../../../../platform/query'
import { useShareCard } from '../../../../platform/share'
import { cardTitle, type PostItem } from '../post'
import { useLiveCard } from '../useLiveCard'
import { routes } from '../../../../../core/shared/routes'

/** Too few hands and the time is near: one tap sends the card to the group again. */
const AtRisk = ({ post }: { post: PostItem }) => {
  const { postId, title, next, left } = post
  const live = useLiveCard(postId, true)
  return (
    <Card edge="warn">
      <Title>{title}</Title>
      {next && <Fact icon="clock">{span(next.startsAt, next.endsAt)}</Fact>}
      <StateChip icon="warn" tone="warn" words={`快到时间了，还差 ${next?.left ?? left} 人`} />
      <ShareButton words="再转发到群里" card={{ title: cardTitle(title, left), route: routes.post({ id: postId }), live }} />
      <Button kind="quiet" about={title} onPress={() => go(routes.runPost({ postId }))}>
        看谁认领了、打电话
      </Button>
    </Card>
  )
}

const noteOf = ({ next, left, waiting, places }: PostItem): string =>
  [
    next && span(next.startsAt, next.endsAt),
    left > 0 ? `${places} 个名额，还剩 ${left} 个` : `${places} 个名额都有人了`,
    waiting > 0 ? `候补 ${waiting} 人` : '',
  ]
    .filter(Boolean)
    .join(' · ')

/** All posts that one runs: those at risk first. */
export const RunList = () => {
  const query = useQuery('post.list', { scope: 'run' })
  const { items, more, refusal } = usePages(query, cursor => call('post.list', { scope: 'run', cursor }))
  useShareCard({ title: '服务岗位', route: routes.activities() })
  const risky = items.filter(post => post.atRisk)
  const calm = items.filter(post => !post.atRisk)
  return (
    <Screen
      main={
        <BigButton icon="serve" onPress={() => go(routes.publishPost())}>
          发一个岗位
        </BigButton>
      }
    >
      <Loaded query={query}>
        {() => (
          <>
            {items.length === 0 && <Empty icon="serve" title="这里会列出要人手的岗位" hint="发一个岗位，转发到微信群，谁来一目了然。" />}
            {risky.length > 0 && (
              <Section title="人手不够的">
                {risky.map(post => (
                  <AtRisk key={post.postId} post={post} />
                ))}
              </Section>
            )}
            {calm.length > 0 && (
              <Section title={risky.length > 0 ? '别的岗位' : '岗位'}>
                {calm.map(post => (
                  <LinkRow
                    key={post.postId}
                    icon={post.left > 0 ? 'people' : 'done'}
                    words={post.title}
                    note={noteOf(post)}
                    onPress={() => go(routes.runPost({ postId: post.postId }))}
                  />
                ))}
              </Section>
            )}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </>
        )}
      </Loaded>
    </Screen>
  )
}
