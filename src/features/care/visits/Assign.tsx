import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { FindPerson } from '../../people/public'
import { useCommand } from '../../../platform/query'
import type { Visit } from './words'

/** Sends another member of the branch, or leaves it to the plan again. */
export const Assign = ({ visit, onDone }: { visit: Visit; onDone: () => Promise<void> }) => {
  const command = useCommand('visit.assign')
  const give = async (helperId: string | null) => {
    const answer = await command.run({ visitId: visit.visitId, helperId })
    if (answer?.ok) await onDone()
  }
  return (
    <View className="stack">
      <View className="strong">请谁去看望{visit.name}？</View>
      {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
      <FindPerson orgId={visit.branchId} onPick={person => void give(person.memberId)} />
      <Button kind="quiet" onPress={() => give(null)}>
        按计划安排
      </Button>
    </View>
  )
}
