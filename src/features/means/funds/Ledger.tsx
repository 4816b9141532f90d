import { View } from '@tarojs/components'
import { useState } from 'react'
import { monthAfter } from '../../../../core/means/dues/rules'
import { fenOf, sayDay, sayMoney, sayMonth, typedYuan } from '../../../../core/means/dues/words'
import { usualLines } from '../../../../core/means/funds/kinds'
import { dateOf, monthOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Fold } from '../../../components/Fold'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { ShortRow } from '../../../components/Rows'
import { Panes, Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import { call, type Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { YearPick } from '../YearPick'
import { EntryCard, Lines, TotalFigures } from './Entries'
import { EntryForm, type HandKind } from './EntryForm'

type Data = Given<'fund.ledger'>

interface PartProps {
  orgId: string
  year: number
  data: Data
  onDone: (words: string) => Promise<void>
}

/** 冲销: an entry that was wrong is taken back by another. */
const Reverse = ({ orgId, entryId, onDone }: { orgId: string; entryId: string; onDone: (words: string) => Promise<void> }) => {
  const [reason, setReason] = useState('')
  const reverse = useCommand('fund.reverse')
  const press = async () => {
    const answer = await reverse.run({ orgId, entryId, reason })
    if (answer?.ok) await onDone('冲销了')
  }
  return (
    <Unfold words="记错了，冲销" kind="quiet" icon="retry">
      {close => (
        <View className="stack">
          {reverse.refusal && <Failure refusal={reverse.refusal} onSeen={reverse.forget} />}
          <Field label="为什么冲销" value={reason} onChange={setReason} max={60} />
          <Button kind="danger" disabled={reason.trim() === ''} onPress={press}>
            冲销这一笔
          </Button>
          <Button onPress={close}>不冲销</Button>
        </View>
      )}
    </Unfold>
  )
}

const Proposals = ({ orgId, data, onDone }: PartProps) => {
  const approve = useCommand('fund.approve')
  const decline = useCommand('fund.decline')
  const yes = async (entryId: string) => {
    const answer = await approve.run({ orgId, entryId })
    if (answer?.ok) await onDone('同意了，已经入账')
  }
  const no = async (entryId: string) => {
    const answer = await decline.run({ orgId, entryId, reason: '不同意' })
    if (answer?.ok) await onDone('没有同意，不入账')
  }
  const refusal = approve.refusal ?? decline.refusal
  return (
    <Section title="等另一位同志同意">
      {refusal && <Failure refusal={refusal} onSeen={approve.refusal ? approve.forget : decline.forget} />}
      {data.proposals.map(one => (
        <EntryCard key={one.entryId} entry={one}>
          {one.own ? (
            <View className="soft">您提出的，要另一位同志来同意。</View>
          ) : (
            <>
              <Button icon="done" about={one.line} onPress={() => yes(one.entryId)}>
                同意
              </Button>
              <Button about={one.line} onPress={() => no(one.entryId)}>
                不同意
              </Button>
            </>
          )}
        </EntryCard>
      ))}
    </Section>
  )
}

const Budget = ({ orgId, year, data, onDone }: PartProps) => {
  const known = new Map(data.lines.map(one => [one.line, one.budgetFen]))
  const all = [...new Set([...usualLines, ...known.keys()])]
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries([...known].filter(([, fen]) => fen > 0).map(([line, fen]) => [line, typedYuan(fen)])),
  )
  const save = useCommand('fund.budget')
  const press = async () => {
    const lines = all.flatMap(line => {
      const fen = fenOf(typed[line] ?? '')
      return fen === undefined || fen === 0 ? [] : [{ line, fen }]
    })
    const answer = await save.run({ orgId, year, lines })
    if (answer?.ok) await onDone('预算记好了')
  }
  return (
    <View className="stack">
      {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
      {all.map(line => (
        <Field
          key={line}
          label={`${line}（元）`}
          value={typed[line] ?? ''}
          onChange={yuan => setTyped({ ...typed, [line]: yuan })}
          max={11}
        />
      ))}
      <Button icon="done" onPress={press}>
        记下预算
      </Button>
    </View>
  )
}

const CountMoney = ({ orgId, onDone }: PartProps) => {
  const [yuan, setYuan] = useState('')
  const count = useCommand('fund.count')
  const fen = fenOf(yuan)
  const press = async () => {
    if (fen === undefined) return
    const answer = await count.run({ orgId, on: dateOf(now()), countedFen: fen })
    if (!answer?.ok) return
    const { bookFen, differenceFen } = answer.data
    await onDone(differenceFen === 0 ? `对上了：${sayMoney(bookFen)}` : `账上${sayMoney(bookFen)}，差${sayMoney(differenceFen)}`)
  }
  return (
    <View className="stack">
      {count.refusal && <Failure refusal={count.refusal} onSeen={count.forget} />}
      <Field label="今天点出来多少元" value={yuan} onChange={setYuan} max={11} />
      <Button icon="check" disabled={fen === undefined} onPress={press}>
        和账上对一对
      </Button>
    </View>
  )
}

const Publish = ({ orgId, year, onDone }: PartProps) => {
  const [words, setWords] = useState('')
  const publish = useCommand('fund.publish')
  const press = async () => {
    const answer = await publish.run({ orgId, year, words })
    if (answer?.ok) await onDone(`公示了，告诉了${String(answer.data.told)}位党员`)
  }
  return (
    <View className="stack">
      {publish.refusal && <Failure refusal={publish.refusal} onSeen={publish.forget} />}
      <View className="soft">党员看到党费和各科目的合计，看不到任何人的名字。</View>
      <Field label="写几句（可以不写）" value={words} onChange={setWords} max={300} tall />
      <Button icon="notice" busyWords="正在公示…" onPress={press}>
        {`公示${String(year)}年`}
      </Button>
    </View>
  )
}

/** 经费账: a year with its totals, lines and entries, the latest first. */
export const Ledger = ({ orgId, orgName }: { orgId: string; orgName: string }) => {
  const [year, setYear] = useState(Number(dateOf(now()).slice(0, 4)))
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
                <Fold title="今年预算">
                  {() => (
                    <>
                      <Budget orgId={orgId} year={year} data={data} onDone={told} />
                    </>
                  )}
                </Fold>
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
