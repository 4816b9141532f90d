import { View } from '@tarojs/components'
import { BigButton } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { useDraft } from '../../../platform/draft'
import { useCommand, useQuery } from '../../../platform/query'
import { texts } from '../../../platform/shape'
import { sayRound } from './words'

const nothingSaid = { words: '' }
const isSaid = texts(nothingSaid)

/** Where a branch is judged only if it wants to. */
export const Apply = ({ at, onChanged }: { at: { roundId: string; branchId: string }; onChanged: () => Promise<void> }) => {
  const apply = useCommand('assessment.apply')
  const rounds = useQuery('assessment.list', { orgId: at.branchId })
  const round = rounds.data?.items.find(one => one.roundId === at.roundId)
  const { draft, change, done } = useDraft(`apply/${at.roundId}/${at.branchId}`, isSaid, nothingSaid)
  const press = async () => {
    if (!(await apply.run({ ...at, words: draft.words }))?.ok) return
    done()
    await onChanged()
  }
  return (
    <Screen
      main={
        <>
          {apply.refusal && <Failure refusal={apply.refusal} onSeen={apply.forget} />}
          <BigButton icon="done" busyWords="正在申报…" onPress={press}>
            我们支部要申报
          </BigButton>
        </>
      }
    >
      {round && (
        <View>
          <Title>{round.name}</Title>
          <View className="soft words-whole">{sayRound(round)}</View>
        </View>
      )}
      <Notice tone="info" title="这次考评自愿申报">
        <View>申报以后，系统先按平时的记录替您填好，再请您看一看、补一补。</View>
      </Notice>
      <Field
        label="想对评委说的话（可以不写）"
        value={draft.words}
        onChange={words => change({ words })}
        max={500}
        tall
        placeholder="例如：我们的书画组坚持了八年，请来看看"
      />
    </Screen>
  )
}
