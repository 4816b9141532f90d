import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { circleWords } from '../../../../core/life/circles/kinds'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { ShareButton } from '../../../components/OpenButtons'
import { Screen } from '../../../components/Screen'
import { sharePicture } from '../../../components/sharePicture'
import { useCommand, useQuery } from '../../../platform/query'
import { useShareCard } from '../../../platform/share'
import { CircleFacts, Coming } from './CircleFacts'
import { CircleForm } from './CircleForm'
import { CircleTools } from './CircleTools'
import { MeetForm } from './MeetForm'
import { ResultForm } from './ResultForm'
import { Results } from './Results'
import type { Circle, Result } from './words'

const cardOf = (circleId: string, circle: Circle | undefined) => ({
  title: circle ? `${circle.name}，一起来吧` : '兴趣小组',
  route: routes.circle({ id: circleId }),
  picture:
    circle &&
    sharePicture({
      ...{ over: circle.orgName, title: circle.name, block: circleWords[circle.kind].slice(0, 2) },
      lines: [circle.words, circle.teacher === '' ? '' : `${circle.teacher}教`].filter(Boolean),
      large: circle.people === 0 ? '按一下就参加' : `已有 ${String(circle.people)} 人参加`,
    }),
})

type Doing = { what: 'change' | 'meet' | 'result'; result?: Result }

interface Props {
  circleId: string
  forMemberId: { forMemberId?: string }
  memberId: string
  head: ReactNode
}

/** A circle: one tap to join it, what comes, what was won; the tools of those who run it. */
export const CirclePage = ({ circleId, forMemberId, memberId, head }: Props) => {
  const whose = { circleId, ...forMemberId }
  const query = useQuery('circle.get', whose)
  const results = useQuery('circle.results', whose)
  const join = useCommand('circle.join')
  const leave = useCommand('circle.leave')
  const [doing, setDoing] = useState<Doing | undefined>()
  const circle = query.data
  const card = cardOf(circleId, circle)
  useShareCard(card)
  const done = (changed: boolean) => {
    setDoing(undefined)
    if (changed) void Promise.all([query.reload(), results.reload()])
  }
  if (circle && doing?.what === 'change') return <CircleForm circle={circle} onDone={done} />
  if (circle && doing?.what === 'meet') return <MeetForm circle={circle} onDone={done} />
  if (circle && doing?.what === 'result') return <ResultForm circle={circle} result={doing.result} onDone={done} />
  const act = async (command: typeof join | typeof leave) => {
    const answer = await command.run(whose)
    if (answer?.ok) await query.reload()
  }
  const refusal = join.refusal ?? leave.refusal
  const correct = (result: Result) => setDoing({ what: 'result', result })
  return (
    <Screen
      main={
        circle &&
        !circle.mine &&
        !circle.closed && (
          <BigButton icon="hand" busyWords="正在记下…" onPress={() => act(join)}>
            我要参加
          </BigButton>
        )
      }
    >
      {head}
      {refusal && <Failure refusal={refusal} />}
      <Loaded query={query}>
        {shown => (
          <View className="stack">
            {shown.closed && <Notice tone="info" title="这个小组已经停办了" />}
            {shown.mine && !shown.closed && <Notice tone="good" title="您在这个小组里 ✓" />}
            <CircleFacts circle={shown} />
            <Coming circle={shown} />
            <Results
              circleId={circleId}
              forMemberId={forMemberId}
              memberId={memberId}
              query={results}
              onCorrect={shown.may.includes('result') ? correct : undefined}
            />
            {shown.may.length > 0 && <CircleTools circleId={circleId} onDo={what => setDoing({ what })} onClosed={query.reload} />}
            {!shown.closed && <ShareButton words="转发到微信群" card={card} />}
            {shown.mine && (
              <Button kind="quiet" icon="leave" onPress={() => act(leave)}>
                退出小组
              </Button>
            )}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
