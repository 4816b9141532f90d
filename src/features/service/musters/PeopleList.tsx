import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MusterAnswer, MusterList } from '../../../../core/service/musters/kinds'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SearchBox } from '../../../components/SearchBox'
import { StateChip } from '../../../components/StateChip'
import { clockTime } from '../../../components/times'
import { call } from '../../../platform/call'
import { useCommand, useQuery } from '../../../platform/query'
import { useRepeat, useVisible } from '../../../platform/visible'
import { CallNumbers } from '../../people/public'
import { HandOver, Leader } from './Relief'
import { RollCode } from './Roll'
import { useRollQueue } from './rollQueue'
import { answerState, answerWords, listWords, type Muster, type MusterPerson, sayCell, type Slot, slotText } from './words'
import './musters.css'

const lists: readonly MusterList[] = ['silent', 'coming', 'arrived', 'no']
const ofCell: readonly MusterList[] = ['coming', 'arrived']
/** How long after a failed sending the ticks are tried again by themselves, and how often the list is looked at. */
const RESEND_MS = 15_000
const LOOK_MS = 10_000
/** A person has up to six buttons; so many people are drawn at first. */
const AT_FIRST = 20

/** The numbers of a person, by the way their officer has. */
const numbersOf = async (memberId: string) => {
  const near = await call('roster.phone', { memberId })
  return near.ok || near.code !== 'FORBIDDEN' ? near : call('person.phone', { memberId })
}

interface RowProps {
  muster: Muster
  musterId: string
  person: MusterPerson
  /** Ticked on this phone, and not yet known to the cloud. */
  ticked: boolean
  onTick: () => void
  onDone: () => Promise<unknown>
}

const noteOf = (muster: Muster, { branchName, slots, arrivals, by, bound, seen, tries }: MusterPerson, silent: boolean): string =>
  [
    branchName,
    silent ? (bound ? (seen ? '看过了，没有回' : '还没有看') : '没有微信') : '',
    tries > 0 ? `打过 ${String(tries)} 次没接` : '',
    slots.map(one => sayCell(muster, one)).join('；'),
    by ? `${by}代回` : '',
    arrivals.map(one => `${clockTime(one.at)}到${one.leftAt === undefined ? '' : `，${clockTime(one.leftAt)}交班`}`).join('；'),
  ]
    .filter(Boolean)
    .join(' · ')

const stateOf = ({ answer, arrivals }: MusterPerson, ticked: boolean) => {
  if (ticked || arrivals.length > 0) return { icon: 'done' as const, tone: 'good' as const, words: '到了' }
  return answer === null ? { icon: 'phone' as const, tone: 'warn' as const, words: '没有回话' } : answerState[answer]
}

/** One person: ring, note what they said, tick that they are there. */
const Person = ({ muster, musterId, person, ticked, onTick, onDone }: RowProps) => {
  const { memberId, name, answer, arrivals } = person
  const answerFor = useCommand('muster.answerFor')
  const rung = useCommand('muster.rung')
  const say = async (word: MusterAnswer) => {
    const done = await answerFor.run({ musterId, memberId, answer: word })
    if (done?.ok) await onDone()
  }
  const missed = async () => {
    const done = await rung.run({ musterId, memberId })
    if (done?.ok) await onDone()
  }
  const there = ticked || arrivals.length > 0
  const can = (verb: Muster['may'][number]) => muster.may.includes(verb)
  const refusal = answerFor.refusal ?? rung.refusal
  return (
    <Card>
      <View className="row wrap">
        <View className="grow">
          <View className="strong">{name}</View>
          <View className="soft small">{noteOf(muster, person, answer === null)}</View>
        </View>
        <StateChip {...stateOf(person, ticked)} />
      </View>
      {refusal && <Failure refusal={refusal} />}
      {!there && can('answerFor') && <CallNumbers name={name} ask={() => numbersOf(memberId)} />}
      {!there && answer === null && can('answerFor') && (
        <>
          <View className="soft small">他在电话里怎么说？</View>
          <View className="row wrap">
            {(['coming', 'late', 'no'] as const).map(word => (
              <View key={word} className="grow">
                <Button about={name} onPress={() => say(word)}>
                  {answerWords[word]}
                </Button>
              </View>
            ))}
          </View>
          <Button kind="quiet" about={name} onPress={missed}>
            打了没人接
          </Button>
        </>
      )}
      {!there && answer !== 'no' && can('arrive') && (
        <Button kind={answer === null ? 'quiet' : 'secondary'} icon="check" about={name} onPress={onTick}>
          人到了
        </Button>
      )}
    </Card>
  )
}

interface Props {
  musterId: string
  list: MusterList
  slot?: Slot | undefined
}

/** Those called, by what they said, or of one cell: to ring, to answer for, to call the roll. */
export const PeopleList = ({ musterId, list: first, slot }: Props) => {
  const [list, setList] = useState(first)
  const [typed, setTyped] = useState('')
  const [code, setCode] = useState(false)
  const [cursors, setCursors] = useState<readonly string[]>([])
  const at = cursors.at(-1)
  const muster = useQuery('muster.get', { musterId })
  const query = useQuery('muster.people', { musterId, list, ...(slot ? { slot } : {}), ...(at === undefined ? {} : { cursor: at }) })
  const queue = useRollQueue(musterId)
  const visible = useVisible()
  const reload = () => Promise.all([muster.reload(), query.reload()])
  useRepeat(reload, LOOK_MS, visible)
  useRepeat(queue.replay, RESEND_MS, visible && queue.pending.length > 0)
  const [full, setFull] = useState(false)
  const ticked = new Set(queue.pending.map(one => one.memberId))
  const choose = (next: MusterList) => {
    setCursors([])
    setList(next)
  }
  const shown = muster.data
  const options = (slot ? ofCell : lists).map(value => ({ value, words: listWords[value] }))
  return (
    <Screen>
      {shown && slot && <View className="strong">{sayCell(shown, slot)}</View>}
      {queue.pending.length > 0 && (
        <Notice tone="info" title={`${String(queue.pending.length)} 人的签到记在这个手机上，有网了自己报上去`} />
      )}
      {full && <Notice tone="danger" title="手机没有地方记了，请先记在纸上" onSeen={() => setFull(false)} />}
      {code && <RollCode musterId={musterId} slot={slot && slotText(slot)} onClose={() => setCode(false)} />}
      {!code && shown?.may.includes('codes') && (
        <Button icon="qr" onPress={() => setCode(true)}>
          打开签到码
        </Button>
      )}
      <Chips label="看哪些人" options={options} chosen={[list]} onPress={choose} />
      <SearchBox label="输入名字" value={typed} onChange={setTyped} />
      <Loaded query={query}>
        {({ items, cursor }) => {
          const found = items.filter(one => one.name.includes(typed.trim()))
          return (
            <View className="stack">
              {items.length === 0 && <Empty icon="people" title={`${listWords[list]}：没有人`} hint="有了就会列在这里。" />}
              {items.length > 0 && found.length === 0 && (
                <View className="soft">
                  {cursor === null && cursors.length === 0 ? '这一栏没有这个名字，看看别的栏。' : '这一页没有这个名字，看看前后的人。'}
                </View>
              )}
              {shown && (
                <Many items={found} keyOf={one => one.memberId} step={AT_FIRST}>
                  {one => (
                    <Person
                      muster={shown}
                      musterId={musterId}
                      person={one}
                      ticked={ticked.has(one.memberId)}
                      onTick={() => setFull(!queue.tick(one.memberId, slot))}
                      onDone={reload}
                    />
                  )}
                </Many>
              )}
              {cursor !== null && <Button onPress={() => setCursors([...cursors, cursor])}>看后面的人</Button>}
              {cursors.length > 0 && <Button onPress={() => setCursors(cursors.slice(0, -1))}>看前面的人</Button>}
            </View>
          )
        }}
      </Loaded>
      {shown && slot && query.data && (
        <>
          {shown.may.includes('lead') && (
            <Leader musterId={musterId} muster={shown} slot={slot} people={query.data.items} onDone={reload} />
          )}
          {shown.may.includes('handOver') && <HandOver musterId={musterId} muster={shown} slot={slot} onDone={reload} />}
        </>
      )}
    </Screen>
  )
}
