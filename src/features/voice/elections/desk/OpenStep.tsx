import { View } from '@tarojs/components'
import { Card } from '../../../../components/Card'
import { Confirm } from '../../../../components/Confirm'
import { Failure } from '../../../../components/Failure'
import { Loaded } from '../../../../components/Loaded'
import { Notice } from '../../../../components/Notice'
import { useCommand, useQuery } from '../../../../platform/query'
import { names, type PartProps } from '../words'

/** The roll as it is: due, present, and whether it is enough. */
const RollCard = ({ electionId }: { electionId: string }) => {
  const roll = useQuery('election.roll', { electionId })
  return (
    <Loaded query={roll} cards={1}>
      {({ due, present, quorate, least, notExcused, absent, hash }) => (
        <>
          <Notice tone={quorate ? 'good' : 'warn'} title={`应到 ${String(due)} 人，到会 ${String(present)} 人`}>
            {quorate ? `够了：要到 ${String(least)} 人。` : `还差 ${String(least - present)} 人，要到 ${String(least)} 人才能选。`}
          </Notice>
          {notExcused.length > 0 && (
            <View className="soft small">{`还算应到会的：${names(notExcused)}（上级同意、大会通过以后才不算）`}</View>
          )}
          {absent.length > 0 && <View className="soft small">{`没有签到：${names(absent)}`}</View>}
          {hash !== undefined && <View className="soft small">{`到会名单校验码：${hash.slice(0, 16)}`}</View>}
        </>
      )}
    </Loaded>
  )
}

/** Counts who is there, and freezes the roll. */
export const OpenStep = ({ election, onChanged }: PartProps) => {
  const open = useCommand('election.open')
  const { electionId, lacking } = election
  const press = async () => {
    const answer = await open.run({ electionId })
    if (answer?.ok) await onChanged('到会名单定好了，可以投票')
  }
  return (
    <Card title="清点人数，开始投票">
      <RollCard electionId={electionId} />
      {open.refusal && <Failure refusal={open.refusal} onSeen={open.forget} />}
      {lacking.length > 0 && <Notice tone="info" title="前面还有没办的，办完再开始" />}
      <Confirm
        kind="secondary"
        icon="check"
        question="开始投票以后，名单和候选人都不能再改。开始吗？"
        explain="人都签到了吗？名单以签到为准。"
        yes="是，开始投票"
        no="不，再等等"
        onYes={press}
      >
        开始投票
      </Confirm>
    </Card>
  )
}
