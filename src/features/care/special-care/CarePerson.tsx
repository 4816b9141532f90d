import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { CallNumbers } from '../../people/public'
import { Card, Section } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Fact, LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { moment } from '../../../components/times'
import { call, type Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { sayDay, sayLate } from './due'
import { type CareItem, sayKinds, sayRung } from './words'
import { routes } from '../../../../core/shared/routes'

type Entry = Given<'care.get'>['log'][number]

const CareState = ({ name, item }: { name: string; item: CareItem | null }) => {
  const late = (item?.late.length ?? 0) > 0
  return (
    <Card title={name} {...(late ? { edge: 'red' as const } : {})}>
      {item === null && <View className="soft">现在不在特殊关怀名单里。</View>}
      {item && (
        <>
          <View>{sayKinds(item)}</View>
          {late ? (
            <>
              <StateChip icon="alert" tone="danger" words={`${sayLate(item)}，超期 ${String(item.daysLate)} 天`} />
              {item.rung !== null && <View className="soft">{sayRung(item)}</View>}
            </>
          ) : (
            <StateChip icon="done" tone="good" words="按时联系着" />
          )}
          {item.callBy !== undefined && <Fact icon="phone">电话：最晚 {sayDay(item.callBy)}</Fact>}
          {item.visitBy !== undefined && <Fact icon="home">上门：最晚 {sayDay(item.visitBy)}</Fact>}
          {item.helpers.length > 0 && <Fact icon="people">联系人：{item.helpers.join('、')}</Fact>}
        </>
      )}
    </Card>
  )
}

const entryWords = ({ by, reached }: Entry) => (by === 'visit' ? '上门看望' : reached ? '打通电话' : '打电话没人接')

const Log = ({ log }: { log: readonly Entry[] }) => (
  <Section title="最近的联系">
    {log.length === 0 && <View className="soft">还没有记过。打完电话、看望回来，按一下就记上了。</View>}
    {log.map(entry => (
      <Fact key={`${String(entry.at)}${entry.by}`} icon={entry.by === 'visit' ? 'home' : 'phone'}>
        <View>
          {moment(entry.at)} {entry.who} {entryWords(entry)}
        </View>
        {entry.doubtful && <View className="soft">记的手机时间不准，按收到的时间算。</View>}
        {entry.note !== '' && <View className="soft">{entry.note}</View>}
      </Fact>
    ))}
  </Section>
)

type Asking = 'call' | 'visit' | null

interface Props {
  memberId: string
  /** The reader holds an office near the people and may have a visitor sent. */
  raises: boolean
}

/** One elder: how it stands, a call that asks afterwards whether it got through, a visit told, and what was before. */
export const CarePerson = ({ memberId, raises }: Props) => {
  const query = useQuery('care.get', { memberId })
  const contact = useCommand('care.contact')
  const [asking, setAsking] = useState<Asking>(null)
  const [note, setNote] = useState('')
  const [said, setSaid] = useState('')
  const ring = async () => {
    const answer = await call('care.phone', { memberId })
    if (answer.ok && answer.data.phones.length + answer.data.emergency.length > 0) setAsking('call')
    return answer
  }
  const record = async (by: 'call' | 'visit', reached: boolean) => {
    const answer = await contact.run({ memberId, by, reached, ...(note.trim() === '' ? {} : { note }) })
    if (!answer?.ok) return
    setSaid(by === 'visit' ? '记上了：上门看望过' : reached ? '记上了：电话打通了' : '记上了：没人接，过一会儿再打')
    setAsking(null)
    setNote('')
    await query.reload()
  }
  const name = query.data?.name ?? ''
  const main =
    asking === null ? (
      <CallNumbers key={said} big name={name} words={`给${name}打电话`} ask={ring} />
    ) : (
      <>
        <BigButton busyWords="正在记…" onPress={() => record(asking, true)}>
          {asking === 'call' ? '打通了，记上' : '看望过了，记上'}
        </BigButton>
        {asking === 'call' && <Button onPress={() => record('call', false)}>没人接</Button>}
        <Button kind="quiet" onPress={() => setAsking(null)}>
          不记，返回
        </Button>
      </>
    )
  return (
    <Screen main={query.data?.item ? main : undefined}>
      {said !== '' && asking === null && <Notice tone="good" title={said} onSeen={() => setSaid('')} />}
      {asking !== null && (
        <Notice tone="info" title={asking === 'call' ? '打通了吗？' : '看望的情况'}>
          <Field label="说两句（可以不填）" value={note} onChange={setNote} max={300} tall placeholder="身体怎么样，要不要帮忙" />
        </Notice>
      )}
      {contact.refusal && <Failure refusal={contact.refusal} onSeen={contact.forget} />}
      <Loaded query={query} cards={2}>
        {({ item, log }) => (
          <View className="stack">
            <CareState name={name} item={item} />
            {asking === null && (
              <Button
                icon="home"
                onPress={() => {
                  setSaid('')
                  setAsking('visit')
                }}
              >
                我上门看望过了
              </Button>
            )}
            {raises && asking === null && (
              <LinkRow icon="help" words="生病住院、有困难" note="安排人去看望" onPress={() => go(routes.raise({ memberId, name }))} />
            )}
            <Log log={log} />
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
