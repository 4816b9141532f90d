import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../components/Button'
import { Card, Section } from '../../components/Card'
import { Chips } from '../../components/Chips'
import { Failure } from '../../components/Failure'
import { Field } from '../../components/Field'
import { Loaded } from '../../components/Loaded'
import { Many } from '../../components/Many'
import { Notice } from '../../components/Notice'
import { PersonRow } from '../../components/Rows'
import { Screen } from '../../components/Screen'
import { call } from '../../platform/call'
import { usePages } from '../../platform/pages'
import { useCommand, useQuery } from '../../platform/query'
import { benefitRules, sayPeriod, type BenefitKind } from '../../../core/benefits/kinds'
import { type BenefitItem, sayDay, type State } from './words'

/** As many as one tap marks. */
const AT_ONCE = 200

interface WaitingProps {
  title: string
  items: readonly BenefitItem[]
  chosen: readonly string[]
  /** Absent for whoever only reads. */
  onPress: ((id: string) => void) | undefined
}

const Waiting = ({ title, items, chosen, onPress }: WaitingProps) => {
  if (items.length === 0) return null
  if (onPress) {
    return (
      <Chips label={title} many options={items.map(one => ({ value: one.memberId, words: one.name }))} chosen={chosen} onPress={onPress} />
    )
  }
  return (
    <View className="stack">
      <View className="strong">{title}</View>
      <View className="words-whole">{items.map(one => one.name).join('、')}</View>
    </View>
  )
}

/** Somebody who has had it; a press asks whether that was a mistake. */
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
export const BenefitList = ({ orgId, kind, name, marks }: { orgId: string; kind: BenefitKind; name: string; marks: boolean }) => {
  const query = useQuery('benefit.list', { orgId, kind })
  const { items, more, code } = usePages(query, cursor => call('benefit.list', { orgId, kind, cursor }))
  const mark = useCommand('benefit.mark')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [note, setNote] = useState('')
  const [said, setSaid] = useState('')
  const of = (state: State) => items.filter(one => one.state === state)
  const open = [...of('overdue'), ...of('due')]
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id].slice(0, AT_ONCE))
  const send = async (state: 'done' | 'not-applicable' | 'due', memberIds: readonly string[]) => {
    const period = query.data?.period
    if (period === undefined || memberIds.length === 0) return
    const answer = await mark.run({ orgId, kind, period, memberIds: [...memberIds], state, ...(note.trim() === '' ? {} : { note }) })
    if (!answer?.ok) return
    setSaid(state === 'due' ? '已经改回没办' : `记好了，${String(memberIds.length)} 人`)
    setChosen([])
    setNote('')
    await query.reload()
  }
  return (
    <Screen
      main={
        chosen.length > 0 ? (
          <BigButton busyWords="正在记…" onPress={() => send('done', chosen)}>
            {`这 ${String(chosen.length)} 人办好了`}
          </BigButton>
        ) : undefined
      }
    >
      <View className="title">{`${name} ${query.data ? sayPeriod(query.data.period) : ''}${benefitRules[kind].words}`}</View>
      {said !== '' && <Notice tone="good" title={said} onSeen={() => setSaid('')} />}
      {mark.code && <Failure code={mark.code} onSeen={mark.forget} />}
      <Loaded query={query}>
        {({ due }) => (
          <View className="stack">
            {open.length === 0 && <Notice tone="good" title={items.length === 0 ? '这里没有人要办' : '都办好了'} />}
            {open.length > 0 && (
              <Card>
                {marks && <View>按名字选人，再按下面的“办好了”。可以一次选很多人。</View>}
                <Waiting
                  title={`过期还没办（${sayDay(due)}截止）`}
                  items={of('overdue')}
                  chosen={chosen}
                  onPress={marks ? toggle : undefined}
                />
                <Waiting title={`还没办（${sayDay(due)}前办好）`} items={of('due')} chosen={chosen} onPress={marks ? toggle : undefined} />
                {marks && chosen.length < Math.min(open.length, AT_ONCE) && (
                  <Button icon="check" onPress={() => setChosen(open.slice(0, AT_ONCE).map(one => one.memberId))}>
                    {`全选 ${String(Math.min(open.length, AT_ONCE))} 人`}
                  </Button>
                )}
                {chosen.length > 0 && (
                  <>
                    <Field label="备注（可以不填）" value={note} onChange={setNote} max={200} placeholder="比如：区医院集中体检" />
                    <Button onPress={() => send('not-applicable', chosen)}>{`这 ${String(chosen.length)} 人不需要办`}</Button>
                    <Button kind="quiet" onPress={() => setChosen([])}>
                      不选了
                    </Button>
                  </>
                )}
              </Card>
            )}
            {[...of('done'), ...of('not-applicable')].length > 0 && (
              <Section title="办好的、不需要办的">
                <Many items={[...of('done'), ...of('not-applicable')]} keyOf={one => one.memberId} step={20}>
                  {one => <DoneRow item={one} {...(marks ? { onBack: () => send('due', [one.memberId]) } : {})} />}
                </Many>
              </Section>
            )}
            {code && <Failure code={code} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
