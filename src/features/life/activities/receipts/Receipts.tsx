import { useState } from 'react'
import { Title } from '../../../../components/Card'
import { BigButton } from '../../../../components/Button'
import { Failure } from '../../../../components/Failure'
import { Empty, Loaded } from '../../../../components/Loaded'
import { Many } from '../../../../components/Many'
import { ShortRow } from '../../../../components/Rows'
import { Screen } from '../../../../components/Screen'
import { Tabs } from '../../../../components/Tabs'
import { ago } from '../../../../components/times'
import type { Given } from '../../../../platform/call'
import { useCommand, useQuery } from '../../../../platform/query'
import { Reminded } from './Reminded'
import { Signups } from '../../signups/Signups'
import { UnreadRow } from './UnreadRow'
import { wordsOf } from '../words'

type Shown = 'unread' | 'read' | 'signups'
type Reader = Given<'activity.receipts'>['read'][number]

const Unread = ({ unread, unreached }: { unread: readonly Reader[]; unreached: ReadonlySet<string> }) => {
  if (unread.length === 0) return <Empty icon="done" title="大家都看过了" hint="没有要提醒的人。" />
  // Members that no message reaches can only be called, so they come first: without WeChat, then without its reminders.
  const rank = (one: Reader) => (one.bound ? (unreached.has(one.memberId) ? 1 : 2) : 0)
  const order = [...unread].sort((a, b) => rank(a) - rank(b))
  return (
    <Many items={order} keyOf={one => one.memberId}>
      {one => <UnreadRow reader={one} unreached={unreached.has(one.memberId)} />}
    </Many>
  )
}

const Read = ({ read }: { read: readonly Reader[] }) => {
  if (read.length === 0) return <Empty icon="bell" title="这里会列出看过通知的人" hint="先分享到微信群，或者提醒一下。" />
  const order = [...read].sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
  return (
    <Many items={order} keyOf={one => one.memberId}>
      {one => (
        <ShortRow
          name={one.name}
          note={one.at === undefined ? undefined : ago(one.at)}
          state={{ icon: 'done', tone: 'good', words: '已看' }}
        />
      )}
    </Many>
  )
}

/** Who has not read the notice first, each with a call; one tap reminds all of them. */
export const Receipts = ({ activityId }: { activityId: string }) => {
  const query = useQuery('activity.receipts', { activityId })
  const activity = useQuery('activity.get', { activityId })
  const remind = useCommand('activity.remind')
  const [reminded, setReminded] = useState<Given<'activity.remind'> | undefined>()
  const [seen, setSeen] = useState(false)
  const [view, setView] = useState<Shown>('unread')
  const { read = [], unread = [] } = query.data ?? {}
  const within = unread.filter(one => one.bound).length
  const unreached = new Set(reminded?.unreachable.map(one => one.memberId))
  const live = activity.data?.state === 'published'

  const press = async () => {
    const answer = await remind.run({ activityId })
    if (answer?.ok) setReminded(answer.data)
  }
  return (
    <Screen
      main={
        view === 'unread' && live && within > 0 && !reminded ? (
          <BigButton icon="bell" busyWords="正在提醒…" onPress={press}>
            {`提醒未读的 ${within} 人`}
          </BigButton>
        ) : undefined
      }
    >
      {activity.data && <Title>{activity.data.title}</Title>}
      {remind.refusal && <Failure refusal={remind.refusal} onSeen={remind.forget} />}
      {reminded && !seen && <Reminded activityId={activityId} said={reminded} onSeen={() => setSeen(true)} />}
      <Tabs
        options={[
          { value: 'unread', words: query.data ? `未读 ${unread.length}` : '未读' },
          { value: 'read', words: query.data ? `已读 ${read.length}` : '已读' },
          { value: 'signups', words: activity.data ? `${wordsOf(activity.data).name} ${activity.data.joined}` : '报名' },
        ]}
        value={view}
        onChange={setView}
      />
      {view === 'signups' ? (
        <Signups activityId={activityId} {...(activity.data ? { words: wordsOf(activity.data) } : {})} />
      ) : (
        <Loaded query={query}>{() => (view === 'unread' ? <Unread unread={unread} unreached={unreached} /> : <Read read={read} />)}</Loaded>
      )}
    </Screen>
  )
}
