import { Button } from '../../../components/Button'
import { Section } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { useCommand } from '../../../platform/query'

interface Props {
  circleId: string
  onDo: (what: 'change' | 'meet' | 'result') => void
  onClosed: () => Promise<void>
}

/** What those who run a circle do. */
export const CircleTools = ({ circleId, onDo, onClosed }: Props) => {
  const close = useCommand('circle.close')
  const press = async () => {
    const answer = await close.run({ circleId })
    if (answer?.ok) await onClosed()
  }
  return (
    <Section title="组织小组">
      <Button icon="calendar-add" onPress={() => onDo('meet')}>
        约一次活动
      </Button>
      <Button icon="award" onPress={() => onDo('result')}>
        记比赛成绩
      </Button>
      <Button icon="edit" onPress={() => onDo('change')}>
        改小组的介绍
      </Button>
      {close.refusal && <Failure refusal={close.refusal} onSeen={close.forget} />}
      <Confirm
        question="要停办这个小组吗？"
        explain="以前的活动和成绩都留着；约好的活动还在，要取消请到活动里取消。"
        yes="停办"
        no="接着办"
        onYes={press}
      >
        停办小组
      </Confirm>
    </Section>
  )
}
