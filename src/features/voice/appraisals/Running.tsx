import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { FEWEST } from '../../../../core/voice/ballots/answers'
import { BigButton, Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Fold } from '../../../components/Fold'
import { Notice } from '../../../components/Notice'
import { go } from '../../../platform/go'
import { useCommand } from '../../../platform/query'
import type { Appraisal } from './words'

interface Props {
  activityId: string
  appraisal: Appraisal
  onChanged: () => Promise<void>
}

/** Opens the ballot to all who take part. */
export const Open = ({ activityId, onChanged }: Omit<Props, 'appraisal'>) => {
  const open = useCommand('appraisalBallot.open')
  const press = async () => {
    const answer = await open.run({ activityId })
    if (answer?.ok) await onChanged()
  }
  return (
    <>
      {open.refusal && <Failure refusal={open.refusal} onSeen={open.forget} />}
      <BigButton icon="check" busyWords="正在打开…" onPress={press}>
        开始，告诉大家
      </BigButton>
    </>
  )
}

/** For the secretary: who has a ticket and gets no paper, and the count. */
export const Running = ({ activityId, appraisal, onChanged }: Props) => {
  const count = useCommand('appraisalBallot.count')
  const { keeps, state, issued, returned, holders } = appraisal
  if (!keeps || state === 'none') return null
  const close = async () => {
    const answer = await count.run({ activityId })
    if (answer?.ok) await onChanged()
  }
  return (
    <Card title="书记看">
      {state === 'counted' ? (
        <>
          <View>{`手机票发出 ${String(issued)} 张，收回 ${String(returned)} 张，已经和纸票加在一起。`}</View>
          <Button icon="next" onPress={() => go(routes.reviewDesk({ activityId }))}>
            去看票数、评定等次
          </Button>
        </>
      ) : (
        <>
          <View>{`用手机领了票的 ${String(issued)} 位，这几位不再发纸票。填了什么，这里看不到。`}</View>
          {holders.length > 0 && <Fold title="领了手机票的人">{() => <View className="prose">{holders.join('、')}</View>}</Fold>}
          {issued > 0 && issued < FEWEST && (
            <Notice tone="warn" title={`用手机的不到 ${String(FEWEST)} 位`}>
              <View>人太少，从票数上可能猜得出。请再等几位，或者请大家改填纸票。</View>
            </Notice>
          )}
          {count.refusal && <Failure refusal={count.refusal} onSeen={count.forget} />}
          <Confirm question="现在截止、计票吗？" explain="领了票还没有投的，就投不进来了。" yes="截止，计票" no="再等等" onYes={close}>
            截止，计票
          </Confirm>
        </>
      )}
    </Card>
  )
}
