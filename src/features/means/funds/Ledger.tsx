import { View } from '@tarojs/components'
import { useState } from 'react'
import { monthAfter } from '../../../../core/means/dues/rules'
import { sayDay, sayMoney, sayMonth } from '../../../../core/means/dues/words'
import { dateOf, monthOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Fold } from '../../../components/Fold'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { ShortRow } from '../../../components/Rows'
import { Panes, Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { YearPick } from '../YearPick'
import { EntryCard, Lines, TotalFigures } from './Entries'
import { EntryForm, type HandKind } from './EntryForm'
import { TakeBack } from '../TakeBack'
import { Proposals } from './ledger/Proposals'
import { Auditors } from './ledger/Auditors'
import { Budget } from './ledger/Budget'
import { CountMoney } from './ledger/CountMoney'
import { Publish } from './ledger/Publish'

const Reverse = ({ orgId, entryId, onDone }: { orgId: string; entryId: string; onDone: (words: string) => Promise<void> }) => {
  const reverse = useCommand('fund.reverse')
  const press = async (reason: string) => {
    const answer = await reverse.run({ orgId, entryId, reason })
    if (answer?.ok) await onDone('冲销了')
  }
  return <TakeBack refusal={reverse.refusal} onSeen={reverse.forget} onYes={press} />
}

/** 经费账: a year with its totals, lines and entries, the latest first. */
export const Ledger = ({ orgId, orgName, year: first }: { orgId: string; orgName: string; year: string | undefined }) => {
  const [year, setYear] = useState(Number(first ?? dateOf(now()).slice(0, 4)))
  const asked = { orgId, year, latest: true }
  const query = useQuery('fund.ledger', asked)
  const { items, more, refusal } = usePages(query, cursor => call('fund.ledger', { ...asked, cursor }))
  const [entering, setEntering] = useState<HandKind | undefined>()
  const [done, setDone] = useState<string | undefined>()
  const close = useCommand('fund.close')
  const told = async (words: string) => {
    setDone(words)
    await query.reload()
  }
  if (entering) {
    const end = (words?: string) => {
      setEntering(undefined)
      if (words !== undefined) void told(words)
    }
    return <EntryForm orgId={orgId} kind={entering} onDone={end} />
  }
  const last = monthAfter(monthOf(now()), -1)
  const seal = async () => {
    const answer = await close.run({ orgId, month: last })
    if (answer?.ok) await told(`${sayMonth(last)}结账了`)
  }
  return (
    <Screen
      wide
      main={
        query.data && (
          <BigButton icon="wallet" onPress={() => setEntering('spend')}>
            记一笔支出
          </BigButton>
        )
      }
    >
      <Loaded query={query} cards={4}>
        {data => (
          <Panes
            side={
              <>
                <View>
                  <Title>经费账</Title>
                  <View className="soft">{orgName}</View>
                </View>
                <YearPick year={year} onChange={setYear} />
                {done !== undefined && <Notice tone="good" title={done} onSeen={() => setDone(undefined)} />}
                <TotalFigures totals={data.totals} />
                <Fold title="记收入">
                  {() => (
                    <>
                      <Button icon="add" onPress={() => setEntering('grant')}>
                        上级拨款
                      </Button>
                      <Button icon="add" onPress={() => setEntering('gift')}>
                        捐助
                      </Button>
                      <Button icon="add" onPress={() => setEntering('carried')}>
                        上年结转
                      </Button>
                    </>
                  )}
                </Fold>
                <Button icon="hand" onPress={() => setEntering('scholarship')}>
                  资助学生、困难同志
                </Button>
                <Fold title="今年预算">{() => <Budget orgId={orgId} year={year} data={data} onDone={told} />}</Fold>
                <Fold title="点一点现金">
                  {() => (
                    <>
                      <CountMoney orgId={orgId} year={year} data={data} onDone={told} />
                      {data.counts.map(one => (
                        <ShortRow
                          key={one.at}
                          name={`${sayDay(one.on)}点出${sayMoney(one.countedFen)}`}
                          note={`账上${sayMoney(one.bookFen)}，${one.by}点的`}
                        />
                      ))}
                    </>
                  )}
                </Fold>
                <Fold title="公示给党员">
                  {() => (
                    <>
                      <Publish orgId={orgId} year={year} data={data} onDone={told} />
                      {data.published !== null && (
                        <ExportButton
                          words="做成 Word，贴出来"
                          icon="file"
                          name={`${String(year)}年公示.docx`}
                          make={() => call('fund.paper', { orgId, year })}
                        />
                      )}
                    </>
                  )}
                </Fold>
                <Fold title="请谁来看账">{() => <Auditors orgId={orgId} year={year} data={data} onDone={told} />}</Fold>
                <ExportButton
                  words="导出 Excel"
                  icon="sheet"
                  name={`${String(year)}年经费账.xlsx`}
                  make={() => call('fund.export', { orgId, year })}
                />
                {close.refusal && <Failure refusal={close.refusal} onSeen={close.forget} />}
                {data.closedThrough !== null && <View className="soft">{`已经结账到${sayMonth(data.closedThrough)}`}</View>}
                {(data.closedThrough ?? '') < last && (
                  <Confirm
                    icon="check"
                    question={`${sayMonth(last)}和以前的账都结了？`}
                    explain="结账以后，那些月份不能再记，也不能改。"
                    yes="结账"
                    no="先不结"
                    onYes={seal}
                  >
                    {`结账到${sayMonth(last)}`}
                  </Confirm>
                )}
              </>
            }
          >
            {data.proposals.length > 0 && <Proposals orgId={orgId} year={year} data={data} onDone={told} />}
            {data.lines.length > 0 && (
              <Section title="各科目还剩多少">
                <Card>
                  <Lines lines={data.lines} />
                </Card>
              </Section>
            )}
            {items.length === 0 && (
              <Empty icon="wallet" title="今年还没有账" hint="先记上年结转或者上级拨款，以后每一笔支出拍下票据记在这里。" />
            )}
            {items.length > 0 && (
              <Section title="每一笔">
                {items.map(one => (
                  <EntryCard key={one.entryId} entry={one}>
                    {one.reverses === undefined && one.reversedBy === undefined && (
                      <Reverse orgId={orgId} entryId={one.entryId} onDone={told} />
                    )}
                  </EntryCard>
                ))}
                {refusal && <Failure refusal={refusal} />}
                {more && <Button onPress={more}>再看一些</Button>}
              </Section>
            )}
          </Panes>
        )}
      </Loaded>
    </Screen>
  )
}
