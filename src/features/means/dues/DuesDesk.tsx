import { View } from '@tarojs/components'
import { useState } from 'react'
import { monthAfter } from '../../../../core/means/dues/rules'
import { sayDay, sayMoney, sayMonth, wayWords, ways, type Way } from '../../../../core/means/dues/words'
import { dateOf, monthOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button, IconButton } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Figure, Figures } from '../../../components/Figure'
import { Icon } from '../../../components/Icon'
import { Empty, Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { MonthPick } from '../../../components/MonthPick'
import { Notice } from '../../../components/Notice'
import { LinkRow, ShortRow } from '../../../components/Rows'
import { Panes, Screen } from '../../../components/Screen'
import { spoken } from '../../../components/spoken'
import { Tabs } from '../../../components/Tabs'
import { call, type Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { DuesFile } from './DuesFile'
import { DuesYear } from './DuesYear'
import { PersonDues } from './PersonDues'

type Item = Given<'dues.list'>['items'][number]
type Part = 'open' | 'paid' | 'none'

const partOf = (one: Item): Part => (one.entryId !== undefined ? 'paid' : one.dueFen > 0 ? 'open' : 'none')
const arrears = ({ arrearsMonths, remindedOn }: Item): string =>
  arrearsMonths === 0 ? '' : `以前还有${String(arrearsMonths)}个月没记到${remindedOn === undefined ? '' : `，${sayDay(remindedOn)}提醒过`}`

interface OpenRowProps {
  one: Item
  on: boolean
  onTurn: () => void
  onLook: () => void
}

const OpenRow = ({ one, on, onTurn, onLook }: OpenRowProps) => (
  <View className="list-row row">
    <View className="grow row tight" onClick={onTurn} {...spoken('checkbox', { checked: on })}>
      <Icon name={on ? 'done' : 'radio'} tone={on ? 'ink' : 'soft'} />
      <View className="grow">
        <View className="strong">{one.name}</View>
        <View className="soft small">{[sayMoney(one.dueFen), arrears(one)].filter(Boolean).join('，')}</View>
      </View>
    </View>
    <IconButton icon="next" label={`看${one.name}的党费`} words="看" onPress={onLook} />
  </View>
)

/** 党费: the sheet of a month; who is ticked is written down as paid by one press. */
export const DuesDesk = ({ branchId, branchName }: { branchId: string; branchName: string }) => {
  const present = monthOf(now())
  const [month, setMonth] = useState(present)
  const query = useQuery('dues.list', { branchId, month })
  const [part, setPart] = useState<Part>('open')
  const [chosen, setChosen] = useState<string[]>([])
  const [way, setWay] = useState<Way>('cash')
  const [looking, setLooking] = useState<{ memberId: string; name: string } | 'year' | 'file' | undefined>()
  const [done, setDone] = useState<string | undefined>()
  const collect = useCommand('dues.collect')
  const confirm = useCommand('dues.confirm')
  const remind = useCommand('dues.remind')
  if (looking !== undefined) {
    const back = () => {
      setLooking(undefined)
      void query.reload()
    }
    if (looking === 'year') return <DuesYear branchId={branchId} branchName={branchName} onBack={back} />
    if (looking === 'file') return <DuesFile branchId={branchId} month={month} onBack={back} />
    return <PersonDues memberId={looking.memberId} name={looking.name} onBack={back} />
  }
  const items = query.data?.items ?? []
  const open = items.filter(one => partOf(one) === 'open')
  const ticked = open.filter(one => chosen.includes(one.memberId))
  const late = items.filter(one => one.arrearsMonths > 0)
  const turn = (memberId: string) => setChosen(chosen.includes(memberId) ? chosen.filter(one => one !== memberId) : [...chosen, memberId])
  const press = async () => {
    const answer = await collect.run({ branchId, memberIds: ticked.map(one => one.memberId), months: [month], on: dateOf(now()), way })
    if (!answer?.ok) return
    const { paid, fen, left } = answer.data
    const rest = left.length === 0 ? '' : `；${left.map(one => one.name).join('、')}没有记上`
    setDone(`记下了${String(paid)}位，共${sayMoney(fen)}${rest}`)
    setChosen([])
    await query.reload()
  }
  const say = async () => {
    const answer = await remind.run({ branchId, memberIds: late.map(one => one.memberId) })
    if (!answer?.ok) return
    setDone(`告诉了${String(answer.data.told)}位，一个月只说一次`)
    await query.reload()
  }
  const sure = async (entryId: string) => {
    const answer = await confirm.run({ entryId })
    if (answer?.ok) await query.reload()
  }
  const count = (which: Part) => items.filter(one => partOf(one) === which).length
  const shown = items.filter(one => partOf(one) === part)
  const refusal = collect.refusal ?? confirm.refusal ?? remind.refusal
  const forget = () => {
    collect.forget()
    confirm.forget()
    remind.forget()
  }
  return (
    <Screen
      wide
      main={
        part === 'open' &&
        ticked.length > 0 && (
          <BigButton icon="done" busyWords="正在记下…" onPress={press}>
            {`记下 ${String(ticked.length)} 位交了，共${sayMoney(ticked.reduce((sum, one) => sum + one.dueFen, 0))}`}
          </BigButton>
        )
      }
    >
      <Panes
        side={
          <>
            <View>
              <Title>党费</Title>
              <View className="soft">{branchName}</View>
            </View>
            <MonthPick month={month} onChange={setMonth} until={monthAfter(present, 12)} />
            {query.data && (
              <Figures>
                <Figure words="应交" number={sayMoney(query.data.dueFen)} />
                <Figure words="已交" number={sayMoney(query.data.paidFen)} />
              </Figures>
            )}
            {done !== undefined && <Notice tone="good" title={done} onSeen={() => setDone(undefined)} />}
            {refusal && <Failure refusal={refusal} onSeen={forget} />}
          </>
        }
      >
        <Loaded query={query} cards={3}>
          {() => (
            <View className="stack">
              <Tabs
                options={[
                  { value: 'open', words: `没交 ${String(count('open'))}` },
                  { value: 'paid', words: `已交 ${String(count('paid'))}` },
                  { value: 'none', words: `不用交 ${String(count('none'))}` },
                ]}
                value={part}
                onChange={setPart}
              />
              {part === 'open' && open.length > 0 && (
                <>
                  <Chips
                    label="怎么交的"
                    options={ways.map(value => ({ value, words: wayWords[value] }))}
                    chosen={[way]}
                    onPress={setWay}
                  />
                  <Button
                    icon={ticked.length === open.length ? 'close' : 'check'}
                    onPress={() => setChosen(ticked.length === open.length ? [] : open.map(one => one.memberId))}
                  >
                    {ticked.length === open.length ? '都不选' : `全选 ${String(open.length)} 位`}
                  </Button>
                </>
              )}
              {shown.length === 0 && part === 'open' && (
                <Empty icon="done" title="这个月都交了" hint="没有定党费基数的同志，在“不用交”里。" />
              )}
              <Many items={shown} keyOf={one => one.memberId}>
                {one =>
                  part === 'open' ? (
                    <OpenRow
                      one={one}
                      on={chosen.includes(one.memberId)}
                      onTurn={() => turn(one.memberId)}
                      onLook={() => setLooking(one)}
                    />
                  ) : (
                    <ShortRow
                      name={one.name}
                      note={part === 'paid' ? sayMoney(one.paidFen) : one.relieved ? '已经减免' : '还没有定党费基数'}
                      onPress={() => setLooking(one)}
                      {...(one.told ? { state: { icon: 'clock' as const, tone: 'warn' as const, words: '说交了，等核对' } } : {})}
                      action={
                        one.told &&
                        one.entryId !== undefined && (
                          <IconButton icon="check" label={`收到了${one.name}的党费`} words="收到" onPress={() => sure(one.entryId ?? '')} />
                        )
                      }
                    />
                  )
                }
              </Many>
            </View>
          )}
        </Loaded>
        <LinkRow icon="upload" words="从银行、单位的表里记" note="Excel 里有姓名、金额就行" onPress={() => setLooking('file')} />
        <LinkRow icon="chart" words="一年收缴、上交、返还" onPress={() => setLooking('year')} />
        <LinkRow
          icon="wallet"
          words="经费账"
          note="收入、支出、预算、公示"
          onPress={() => go(routes.funds({ orgId: branchId, name: branchName }))}
        />
        {late.length > 0 && (
          <Button icon="bell" busyWords="正在告诉…" onPress={say}>
            {`提醒以前没记到的 ${String(late.length)} 位`}
          </Button>
        )}
        <ExportButton
          words="导出 Excel"
          icon="sheet"
          name={`${sayMonth(month)}党费.xlsx`}
          make={() => call('dues.export', { branchId, month })}
        />
      </Panes>
    </Screen>
  )
}
