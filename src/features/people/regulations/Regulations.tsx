import { View } from '@tarojs/components'
import { branchKindWords } from '../../../../core/people/organizations/branch-kinds'
import { useState } from 'react'
import { IconButton } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Fold } from '../../../components/Fold'
import { Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { SideBySide } from '../../../components/SideBySide'
import { spoken } from '../../../components/spoken'
import { useCommand, useQuery } from '../../../platform/query'
import { RuleForm } from './RuleForm'
import { partWords, type Regulated, type Row, saySource, sayValue } from './words'

/** Of more than these a part folds away. */
const AT_ONCE = 12
const parts = Object.entries(partWords)
const partOf = (key: Regulated['key']): string => key.split('.')[0] ?? key

interface LineProps {
  unit: Regulated['unit']
  row: Row
  /** Takes it back, where it is one's own. */
  onWithdraw?: (() => unknown) | undefined
}

const Line = ({ unit, row, onWithdraw }: LineProps) => (
  <View>
    <View className="strong">
      {row.branchKind ? `${branchKindWords[row.branchKind]}：` : ''}
      {sayValue(unit, row.value)}
    </View>
    <View className="soft small words-whole">{saySource(row)}</View>
    {onWithdraw && (
      <Confirm question="撤回以后，按撤回前的规定办。撤回吗？" yes="撤回" no="不撤" onYes={onWithdraw}>
        撤回这一条
      </Confirm>
    )}
  </View>
)

interface NumberProps {
  orgId: string
  of: Regulated
  onSet: (() => void) | undefined
  onWithdraw: (row: Row) => unknown
}

/** One number: what holds today for which kind of branch; what held before and what comes folds away. */
const RegulatedNumber = ({ orgId, of, onSet, onWithdraw }: NumberProps) => {
  const holding = of.rows.filter(row => row.holds)
  const others = of.rows.filter(row => !row.holds)
  const line = (row: Row) => (
    <Line
      key={`${row.orgId ?? ''}${row.branchKind ?? ''}${row.from}`}
      unit={of.unit}
      row={row}
      onWithdraw={onSet && row.orgId === orgId ? () => onWithdraw(row) : undefined}
    />
  )
  return (
    <Card>
      <View className="row">
        <View className="grow" {...spoken('heading', { level: 3 })}>
          {of.title}
        </View>
        {onSet && <IconButton icon="edit" words="改" label={`改成本级的规定：${of.title}`} onPress={onSet} />}
      </View>
      {holding.map(line)}
      {others.length > 0 && <Fold title={`以前和以后的 ${String(others.length)} 条`}>{() => <>{others.map(line)}</>}</Fold>}
    </Card>
  )
}

/** 规定: every number that the product takes from regulations, with its document and article; the bureau sets its own. */
export const Regulations = ({ orgId, name }: { orgId: string; name: string }) => {
  const query = useQuery('regulation.list', { orgId })
  const withdraw = useCommand('regulation.withdraw')
  const [setting, setSetting] = useState<Regulated | undefined>()
  if (setting) {
    const done = () => {
      setSetting(undefined)
      void query.reload()
    }
    return <RuleForm orgId={orgId} of={setting} onDone={done} />
  }
  const takeBack = async (key: Regulated['key'], { branchKind, from }: Row) => {
    const answer = await withdraw.run({ orgId, key, from, ...(branchKind ? { branchKind } : {}) })
    if (answer?.ok) await query.reload()
  }
  return (
    <Screen wide>
      <Title>{name}</Title>
      <View className="soft">系统里凡是按规定办的数字都在这里，每一条写明出自哪个文件。</View>
      {withdraw.refusal && <Failure refusal={withdraw.refusal} onSeen={withdraw.forget} />}
      <Loaded query={query} cards={4}>
        {({ items, may }) =>
          parts.map(([part, words]) => {
            const own = items.filter(one => partOf(one.key) === part)
            const cards = () => (
              <SideBySide>
                {own.map(one => (
                  <RegulatedNumber
                    key={one.key}
                    orgId={orgId}
                    of={one}
                    onSet={may.includes('set') ? () => setSetting(one) : undefined}
                    onWithdraw={row => takeBack(one.key, row)}
                  />
                ))}
              </SideBySide>
            )
            if (own.length <= AT_ONCE)
              return (
                <Section key={part} title={words}>
                  {cards()}
                </Section>
              )
            return (
              <Fold key={part} title={`${words} ${String(own.length)} 条`}>
                {cards}
              </Fold>
            )
          })
        }
      </Loaded>
    </Screen>
  )
}
