import { View } from '@tarojs/components'
import { sayDay } from '../../../../core/shared/spans'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { StateChip } from '../../../components/StateChip'
import { useCommand } from '../../../platform/query'
import type { Review } from './words'

type Remedy = Review['remedies'][number]

const chipOf = ({ doneOn, late, dueOn }: Remedy) =>
  doneOn !== undefined
    ? ({ icon: 'done', tone: 'good', words: `${sayDay(doneOn)}改好了` } as const)
    : late
      ? ({ icon: 'alert', tone: 'danger', words: `过了${sayDay(dueOn)}` } as const)
      : ({ icon: 'clock', tone: 'soft', words: `${sayDay(dueOn)}以前` } as const)

interface Props {
  activityId: string
  remedies: readonly Remedy[]
  onChanged: () => Promise<void>
  /** Changes one; for the secretary. */
  onEdit?: (remedy: Remedy) => void
}

/** What is to be put right, each with its person and day; done by one press. */
export const RemedyRows = ({ activityId, remedies, onChanged, onEdit }: Props) => {
  const remedied = useCommand('review.remedied')
  const press = async ({ remedyId, doneOn }: Remedy) => {
    const answer = await remedied.run({ activityId, remedyId, done: doneOn === undefined })
    if (answer?.ok) await onChanged()
  }
  return (
    <View className="stack">
      {remedied.refusal && <Failure refusal={remedied.refusal} onSeen={remedied.forget} />}
      {remedies.map(one => (
        <Card key={one.remedyId} title={one.problem}>
          <View>{one.measure}</View>
          <View className="row">
            <View className="grow soft">{one.owner.name}</View>
            <StateChip {...chipOf(one)} />
          </View>
          <View className="row">
            <View className="grow">
              <Button icon={one.doneOn === undefined ? 'check' : 'back'} about={one.problem} onPress={() => press(one)}>
                {one.doneOn === undefined ? '改好了' : '还没改好'}
              </Button>
            </View>
            {onEdit && (
              <View className="grow">
                <Button icon="edit" about={one.problem} onPress={() => onEdit(one)}>
                  改一改
                </Button>
              </View>
            )}
          </View>
        </Card>
      ))}
    </View>
  )
}
