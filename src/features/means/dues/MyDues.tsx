import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { sayDay, sayDues, sayMoney, sayMonth, sayMonths, wayWords, ways, type Way } from '../../../../core/means/dues/words'
import { dateOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { LinkRow, ShortRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call, type Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { choicesOf, stateOf, titleOf } from './payments'

type Data = Given<'dues.mine'>

interface TellProps {
  data: Data
  /** A helper tells it for an elder. */
  helper: boolean
  onDone: (told: boolean) => void
}

/** 告诉支部我交了: which months, how, and who brought it. */
const Tell = ({ data, helper, onDone }: TellProps) => {
  const choices = choicesOf(data.open, dateOf(now()))
  const [chosen, setChosen] = useState(choices[0]?.value)
  const [way, setWay] = useState<Way>('cash')
  const [brought, setBrought] = useState('')
  const pay = useCommand('dues.pay')
  const choice = choices.find(one => one.value === chosen)
  const press = async () => {
    if (!choice) return
    const answer = await pay.run({
      ...{ memberId: data.memberId, months: choice.months, fen: choice.fen, on: dateOf(now()), way },
      ...(brought.trim() === '' ? {} : { byName: brought }),
    })
    if (answer?.ok) onDone(true)
  }
  return (
    <Screen
      main={
        <>
          {pay.refusal && <Failure refusal={pay.refusal} onSeen={pay.forget} />}
          <BigButton icon="done" disabled={!choice} busyWords="正在告诉支部…" onPress={press}>
            {choice ? `告诉支部：交了${sayMoney(choice.fen)}` : '请选交了哪几个月'}
          </BigButton>
        </>
      }
    >
      <Title>交了哪几个月？</Title>
      <Choice label="月份" options={choices} value={chosen} onChange={setChosen} />
      <Choice label="怎么交的" options={ways.map(value => ({ value, words: wayWords[value] }))} value={way} onChange={setWay} />
      {!helper && <Field label="别人代交的，写上名字（可以不写）" value={brought} onChange={setBrought} max={20} />}
      <Notice tone="info" title="钱不经过手机">
        <View>这里只是告诉支部一声，书记核对以后，收据到您的消息里。</View>
      </Notice>
      <Button icon="back" onPress={() => onDone(false)}>
        先不说
      </Button>
    </Screen>
  )
}

const Stands = ({ data }: { data: Data }) => {
  if (data.state === 'not-here') return <Empty icon="wallet" title="这个支部不收您的党费" hint="党费交到正式组织关系所在的支部。" />
  if (data.state === 'no-base')
    return (
      <Empty icon="wallet" title="支部还没有登记您的党费" hint="请告诉支部书记您的基本养老金是多少，登记以后，这里就看得到每月交多少。" />
    )
  const owed = data.arrears.reduce((sum, month) => sum + (data.open.find(one => one.month === month)?.fen ?? data.monthlyFen), 0)
  return (
    <>
      <Card>
        <View className="title">{sayDues(data)}</View>
        {data.paidUntil !== null && data.arrears.length === 0 && <View>已经交到{sayMonth(data.paidUntil)}，谢谢您。</View>}
      </Card>
      {data.arrears.length > 0 && (
        <Notice tone="info" title={`${sayMonths(data.arrears)}还没有记到`}>
          <View>一共{sayMoney(owed)}。您方便的时候交给支部就好，家里人也可以代交。</View>
        </Notice>
      )}
    </>
  )
}

/** 我的党费: what a month asks in one sentence, how far it is paid, every payment; a relative tells that they paid. */
export const MyDues = ({ forMemberId, head }: { forMemberId: { forMemberId?: string }; head: ReactNode }) => {
  const query = useQuery('dues.mine', forMemberId)
  const { items, more, refusal } = usePages({ ...query, data: query.data?.payments }, async cursor => {
    const next = await call('dues.mine', { ...forMemberId, cursor })
    return next.ok ? { ...next, data: next.data.payments } : next
  })
  const [telling, setTelling] = useState(false)
  const [done, setDone] = useState(false)
  const data = query.data
  if (telling && data) {
    const end = (told: boolean) => {
      setTelling(false)
      setDone(told)
      if (told) void query.reload()
    }
    return <Tell data={data} helper={forMemberId.forMemberId !== undefined} onDone={end} />
  }
  return (
    <Screen
      main={
        data !== undefined &&
        data.open.length > 0 && (
          <BigButton icon="wallet" onPress={() => setTelling(true)}>
            告诉支部我交了
          </BigButton>
        )
      }
    >
      {head}
      {done && <Notice tone="good" title="告诉支部了，书记核对以后给您收据" onSeen={() => setDone(false)} />}
      <Loaded query={query} cards={2}>
        {mine => (
          <View className="stack">
            <Title>{mine.name}的党费</Title>
            <Stands data={mine} />
            <View className="soft">钱不经过手机：交现金或者转账给支部，支部记在这里。</View>
            <LinkRow icon="list" words="党费和经费公示" note="支部一年收了多少、怎么用的" onPress={() => go(routes.fundsPublished())} />
            {items.length > 0 && (
              <Section title="交过的">
                {items.map(one => (
                  <ShortRow
                    key={one.entryId}
                    name={titleOf(one)}
                    note={[sayDay(one.on), one.byName === undefined ? '' : `${one.byName}代交`, wayWords[one.way], one.branchName]
                      .filter(Boolean)
                      .join('，')}
                    state={stateOf(one)}
                  />
                ))}
                {refusal && <Failure refusal={refusal} />}
                {more && <Button onPress={more}>再看一些</Button>}
              </Section>
            )}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
