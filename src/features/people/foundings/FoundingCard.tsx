import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { StateChip } from '../../../components/StateChip'
import { branchKindWords } from '../../../../core/people/organizations/branch-kinds'
import { Agree, File, Refuse, Withdraw } from './Answers'
import { clocks, standing, type Founding } from './words'

const acts = { agree: Agree, refuse: Refuse, withdraw: Withdraw, file: File } as const

interface Props {
  founding: Founding
  onDone: (said: string) => Promise<unknown>
}

/** One application with its clock, and what the reader may do about it. */
export const FoundingCard = ({ founding, onDone }: Props) => {
  const { name, branchKind, units, members, reason, fromName, by, underName, words, may } = founding
  return (
    <Card title={name}>
      <StateChip {...standing(founding)} />
      <View>{`${branchKindWords[branchKind]} · ${String(members)} 名正式党员`}</View>
      {units.length > 0 && <View>{units.join('、')}</View>}
      <View>{reason}</View>
      <View className="soft small stack tight">
        <View>{`${fromName} ${by}申请${fromName === underName ? '' : `，建在${underName}下面`}`}</View>
        {clocks(founding).map(one => (
          <View key={one}>{one}</View>
        ))}
      </View>
      {words !== undefined && words !== '' && <View>{`${founding.state === 'withdrawn' ? '收回' : '退回'}的原因：${words}`}</View>}
      {may.map(act => {
        const Act = acts[act]
        return <Act key={act} founding={founding} onDone={onDone} />
      })}
    </Card>
  )
}
