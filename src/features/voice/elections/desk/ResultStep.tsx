import { View } from '@tarojs/components'
import { Card } from '../../../../components/Card'
import { Confirm } from '../../../../components/Confirm'
import { Failure } from '../../../../components/Failure'
import { useCommand } from '../../../../platform/query'
import { type PartProps } from '../words'

/** Counts all ballots together. */
export const ResultStep = ({ election, onChanged }: PartProps) => {
  const result = useCommand('election.result')
  const { electionId, paper } = election
  const press = async () => {
    const answer = await result.run({ electionId, ...(paper ? { paper } : {}) })
    if (answer?.ok) await onChanged('结果算出来了，请宣布')
  }
  return (
    <Card title="宣布结果">
      <View>{paper ? `纸票收回 ${String(paper.returned)} 张，无效 ${String(paper.invalid)} 张。` : '没有填纸票：只算手机上的票。'}</View>
      {result.refusal && <Failure refusal={result.refusal} onSeen={result.forget} />}
      <Confirm
        kind="secondary"
        icon="done"
        question="算结果以后，手机上就不能再投了。算吗？"
        yes="是，算结果"
        no="不，再等等"
        onYes={press}
      >
        算结果
      </Confirm>
    </Card>
  )
}
