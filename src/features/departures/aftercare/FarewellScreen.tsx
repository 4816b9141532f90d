import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card, Section } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { day, moment } from '../../../components/times'
import { now } from '../../../platform/clock'
import type { Given } from '../../../platform/call'
import { useCommand, useQuery } from '../../../platform/query'
import { instantOf } from '../../../../core/shared/calendar'
import { roleWords } from '../../../../core/shared/role-words'
import { Mourning } from '../../../components/Mourning'
import { Bereaved } from './Bereaved'
import { StepCard, StepForm } from './StepCard'

type Answer = Given<'aftercare.get'>
/** A family as the officers over it see it. */
type Whole = Answer & NonNullable<Answer['marking']>

const Facts = ({ row }: { row: Whole }) => (
  <Card title={row.name}>
    <View>已故 {day(instantOf(row.diedOn))}</View>
    <View className="soft">
      {row.toldBy}告知，{row.markedBy}登记，{moment(row.markedAt)}
    </View>
    {row.offices.length > 0 && <View>空出来的职务：{row.offices.map(one => `${one.orgName}${roleWords[one.role]}`).join('、')}</View>}
    {row.bereaved.length > 0 && (
      <View>
        家里的{row.bereaved.map(one => one.name).join('、')}，{day(instantOf(row.quietUntil))}前不发祝贺、不安排节日走访
      </View>
    )}
  </Card>
)

const Undo = ({ row, onDone }: { row: Whole; onDone: (lost: string[]) => void }) => {
  const undo = useCommand('aftercare.undo')
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  if (!open) {
    return (
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {now() < row.undoUntil ? `登记错了，撤销（${moment(row.undoUntil)}前可以）` : '登记错了，撤销'}
      </Button>
    )
  }
  const send = async () => {
    const answer = await undo.run({ memberId: row.memberId, reason })
    if (answer?.ok) onDone(answer.data.lost)
  }
  return (
    <Card title="撤销登记">
      <View>停下的问候、走访、结对、职务都恢复；让给别人的名额要重新报。</View>
      <Field label="怎么登记错的" value={reason} onChange={setReason} max={100} placeholder="比如：同名，弄错了" />
      {undo.refusal && <Failure refusal={undo.refusal} onSeen={undo.forget} />}
      {reason.trim() !== '' && (
        <Confirm kind="secondary" question={`确定撤销？${row.name}同志健在`} yes="确定撤销" no="不撤销" onYes={send}>
          撤销
        </Confirm>
      )}
      <Button kind="quiet" onPress={() => setOpen(false)}>
        不撤销，返回
      </Button>
    </Card>
  )
}

interface WholeProps {
  row: Whole
  onChange: () => Promise<void>
  onUndone: (lost: string[]) => void
}

const WholeFamily = ({ row, onChange, onUndone }: WholeProps) => {
  const [adding, setAdding] = useState(false)
  const { memberId, may } = row
  const added = async () => {
    await onChange()
    setAdding(false)
  }
  return (
    <Mourning>
      <Facts row={row} />
      {may.includes('bereaved') && <Bereaved row={row} onChange={onChange} />}
      <Section title={`要办的事（办了 ${String(row.done)} 件，一共 ${String(row.steps)} 件）`}>
        {row.checklist.map(step => (
          <StepCard key={step.stepId} memberId={memberId} step={step} onChange={onChange} />
        ))}
        {may.includes('plan') && !adding && <Button onPress={() => setAdding(true)}>再加一件</Button>}
        {adding && <StepForm memberId={memberId} onDone={added} />}
      </Section>
      {may.includes('undo') && <Undo row={row} onDone={onUndone} />}
    </Mourning>
  )
}

/** What a member without an office over the family has to do there. */
const OwnSteps = ({ row, onChange }: { row: Answer; onChange: () => Promise<void> }) => (
  <Mourning>
    <Card title={row.name}>
      <View>已故 {day(instantOf(row.diedOn))}</View>
    </Card>
    <Section title="请您办的事">
      {row.checklist.map(step => (
        <StepCard key={step.stepId} memberId={row.memberId} step={step} onChange={onChange} />
      ))}
    </Section>
    <View className="soft">办不了，或者拿不准，请跟支部书记说一声。</View>
  </Mourning>
)

/** What there is to do for one family: all of it, or what is the reader's. */
export const FarewellScreen = ({ memberId }: { memberId: string }) => {
  const query = useQuery('aftercare.get', { memberId })
  const [lost, setLost] = useState<readonly string[] | undefined>()
  if (lost) {
    return (
      <Screen>
        <Mourning>
          <Notice tone="info" title="已经撤销，一切照旧">
            {lost.length > 0 && <View>有几样没能恢复：</View>}
            {lost.map(words => (
              <View key={words}>· {words}</View>
            ))}
          </Notice>
        </Mourning>
      </Screen>
    )
  }
  return (
    <Screen>
      <Loaded query={query} cards={3}>
        {row =>
          row.marking ? (
            <WholeFamily row={{ ...row, ...row.marking }} onChange={query.reload} onUndone={setLost} />
          ) : (
            <OwnSteps row={row} onChange={query.reload} />
          )
        }
      </Loaded>
    </Screen>
  )
}
