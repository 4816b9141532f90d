import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { benefitRules, sayBenefit, type BenefitKind } from '../../../../core/care/benefits/kinds'
import { type BenefitItem, byPeriod, keyOf, openGroups, type State } from './words'
import { sayDay } from '../../../../core/shared/spans'

/** As many as one tap marks. */
const AT_ONCE = 200

interface WaitingProps {
  title: string
  items: readonly BenefitItem[]
  chosen: readonly string[]
  /** Absent for a reader who may not change it. */
  onPress: ((key: string) => void) | undefined
}

const Waiting = ({ title, items, chosen, onPress }: WaitingProps) => {
  if (items.length === 0) return null
  if (onPress) {
    return (
      <Chips label={title} many options={items.map(one => ({ value: keyOf(one), words: one.name }))} chosen={chosen} onPress={onPress} />
    )
  }
  return (
    <View className="stack">
      <View className="strong">{title}</View>
      <View className="words-whole">{items.map(one => one.name).join('、')}</View>
    </View>
  )
}

/** A member who has had it; a press asks whether that was a mistake. */
const DoneRow = ({ item, onBack }: { item: BenefitItem; onBack?: () => Promise<void> }) => {
  const [asking, setAsking] = useState(false)
  const { name, doneOn, by, note, state } = item
  const said = [
    state === 'done' ? '' : '不需要办',
    doneOn === undefined ? '' : sayDay(doneOn),
    by === undefined ? '' : `${by}登记`,
    note ?? '',
  ]
  const back = async () => {
    await onBack?.()
    setAsking(false)
  }
  return (
    <View className="stack">
      <PersonRow name={name} note={said.filter(Boolean).join(' · ')} {...(onBack ? { onPress: () => setAsking(!asking) } : {})} />
      {asking && (
        <Notice tone="warn" title={`${name}还没有办吗？`}>
          <Button onPress={back}>是，改回没办</Button>
          <Button kind="quiet" onPress={() => setAsking(false)}>
            不改
          </Button>
        </Notice>
      )}
    </View>
  )
}

/** Who has had one benefit and who has not; many are marked with one tap. */
export const BenefitList = ({ orgId, kind, name }: { orgId: string; kind: BenefitKind; name: string }) => {
  const query = useQuery('benefit.list', { orgId, kind })
  const { items, more, refusal } = usePages(query, cursor => call('benefit.list', { orgId, kind, cursor }))
  const mark = useCommand('benefit.mark')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [note, setNote] = useState('')
  const [said, setSaid] = useState('')
  const marks = query.data?.may.includes('mark') === true
  const of = (state: State) => items.filter(one => one.state === state)
  const open = [...of('overdue'), ...of('due')]
  const toggle = (key: string) => setChosen(chosen.includes(key) ? chosen.filter(one => one !== key) : [...chosen, key].slice(0, AT_ONCE))
  /** Each period is a command of its own; where one is refused, what was marked before it stays, and is no longer chosen. */
  const send = async (state: 'done' | 'not-applicable' | 'due', rows: readonly BenefitItem[]) => {
    for (const { period, memberIds } of byPeriod(rows)) {
      const answer = await mark.run({ orgId, kind, period, memberIds, state, ...(note.trim() === '' ? {} : { note }) })
      if (!answer?.ok) return query.reload()
    }
    const people = new Set(rows.map(one => one.memberId)).size
    setSaid(state === 'due' ? '已经改回没办' : `记好了，${String(people)} 人`)
    setChosen([])
    setNote('')
    await query.reload()
  }
  const picked = open.filter(one => chosen.includes(keyOf(one)))
  const count = `${String(picked.length)} ${picked.some(one => one.period !== query.data?.period) ? '项' : '人'}`
  const most = Math.min(open.length, AT_ONCE)
  return (
    <Screen
      main={
        picked.length > 0 ? (
          <BigButton busyWords="正在记…" onPress={() => send('done', picked)}>
            {`这 ${count}办好了`}
          </BigButton>
        ) : undefined
      }
    >
      <Title>{`${name} ${query.data ? sayBenefit(kind, query.data.period) : benefitRules[kind].words}`}</Title>
      {said !== '' && <Notice tone="good" title={said} onSeen={() => setSaid('')} />}
      {mark.refusal && <Failure refusal={mark.refusal} onSeen={mark.forget} />}
      <Loaded query={query}>
        {({ period }) => (
          <View className="stack">
            {open.length === 0 && <Notice tone="good" title={items.length === 0 ? '这里没有人要办' : '都办好了'} />}
            {open.length > 0 && (
              <Card>
                {marks && <View>按名字选人，再按下面的“办好了”。可以一次选很多人。</View>}
                {openGroups(open).map(group => (
                  <Waiting
                    key={group.key}
                    title={
                      (group.period === period ? '' : `${sayBenefit(kind, group.period)}，`) +
                      (group.state === 'overdue' ? `过期还没办（${sayDay(group.due)}截止）` : `还没办（${sayDay(group.due)}前办好）`)
                    }
                    items={group.items}
                    chosen={chosen}
                    onPress={marks ? toggle : undefined}
                  />
                ))}
                {marks && picked.length < most && (
                  <Button icon="check" onPress={() => setChosen(open.slice(0, AT_ONCE).map(keyOf))}>
                    {`全选 ${String(most)} ${open.some(one => one.period !== period) ? '项' : '人'}`}
                  </Button>
                )}
                {picked.length > 0 && (
                  <>
                    <Field label="备注（可以不填）" value={note} onChange={setNote} max={200} placeholder="比如：区医院集中体检" />
                    <Button onPress={() => send('not-applicable', picked)}>{`这 ${count}不需要办`}</Button>
                    <Button kind="quiet" onPress={() => setChosen([])}>
                      不选了
                    </Button>
                  </>
                )}
              </Card>
            )}
            {[...of('done'), ...of('not-applicable')].length > 0 && (
              <Section title="办好的、不需要办的">
                <Many items={[...of('done'), ...of('not-applicable')]} keyOf={keyOf} step={20}>
                  {one => <DoneRow item={one} {...(marks ? { onBack: () => send('due', [one]) } : {})} />}
                </Many>
              </Section>
            )}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
