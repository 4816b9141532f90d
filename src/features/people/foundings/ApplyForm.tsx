import { View } from '@tarojs/components'
import { useState } from 'react'
import { branchKinds, type BranchKind } from '../../../../core/people/organizations/branch-kinds'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { PickOne } from '../../../components/PickOne'
import { Screen } from '../../../components/Screen'
import { useCommand } from '../../../platform/query'
import { branchKindWords } from '../../../../core/people/organizations/branch-kinds'
import { unitsIn } from './words'

const kinds = branchKinds.map(value => ({ value, words: branchKindWords[value] }))

interface Props {
  orgId: string
  orgName: string
  /** With the last day for the reply; with nothing where it was given up. */
  onDone: (dueOn?: string) => void
}

/** 申请成立支部: what it is to be called, of which kind, with how many full members, and why. */
export const ApplyForm = ({ orgId, orgName, onDone }: Props) => {
  const apply = useCommand('founding.apply')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<BranchKind>('established')
  const [units, setUnits] = useState('')
  const [members, setMembers] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = (value: string, words: string) => (tried && value.trim() === '' ? words : undefined)
  const count = Number(members)
  const { refusal } = apply
  const tooFew = refusal?.code === 'FOUNDING_TOO_FEW' ? `至少要 ${String(refusal.data.least)} 名正式党员` : undefined
  const wrongUnits =
    refusal?.code === 'BRANCH_UNITS' ? `请填 ${String(refusal.data.least)} 到 ${String(refusal.data.most)} 个单位` : undefined
  const press = async () => {
    setTried(true)
    if ([name, members, reason, kind === 'joint' ? units : '-'].some(one => one.trim() === '')) return
    if (!Number.isInteger(count) || count < 1) return
    const answer = await apply.run({
      ...{ orgId, name, branchKind: kind, members: count, reason },
      ...(kind === 'joint' ? { units: unitsIn(units) } : {}),
    })
    if (answer?.ok) onDone(answer.data.dueOn)
  }
  return (
    <Screen
      main={
        <>
          {refusal && <Failure refusal={refusal} onSeen={apply.forget} />}
          <BigButton busyWords="正在交…" onPress={press}>
            交申请
          </BigButton>
        </>
      }
    >
      <View>
        <Title>申请成立支部</Title>
        <View className="soft">{`由${orgName}申请`}</View>
      </View>
      <Field
        label="支部的名称"
        value={name}
        onChange={setName}
        max={40}
        placeholder="例如：银湖书画社党支部"
        error={missing(name, '请填支部的名称')}
      />
      <PickOne label="哪一类支部" options={kinds} value={kind} onChange={setKind} />
      {kind === 'joint' && (
        <Field
          label="由哪些单位联合"
          hint="一行写一个单位"
          value={units}
          onChange={setUnits}
          max={300}
          tall
          error={missing(units, '请填单位的名称') ?? wrongUnits}
        />
      )}
      <Field
        label="有几名正式党员"
        value={members}
        onChange={setMembers}
        max={4}
        keyboard="number"
        error={tried && (!Number.isInteger(count) || count < 1) ? '请填人数' : tooFew}
      />
      <Field label="为什么成立" value={reason} onChange={setReason} max={200} tall error={missing(reason, '请写一句原因')} />
      <Button icon="back" onPress={() => onDone()}>
        不申请了
      </Button>
    </Screen>
  )
}
