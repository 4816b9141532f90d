import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf, dayOfMonth } from '../../../../core/shared/calendar'
import { sayDay } from '../../../../core/shared/spans'
import { periodsOf } from '../../../../core/shared/obligations/periods'
import { BigButton, Button } from '../../../components/Button'
import { Confirm } from '../../../components/Confirm'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SideBySide } from '../../../components/SideBySide'
import { Tabs } from '../../../components/Tabs'
import { call, type Given, newId } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useCommand, useQuery } from '../../../platform/query'
import { toTop } from '../../../platform/screen'
import { ItemForm } from './ItemForm'
import { MonthCard } from './MonthCard'
import { PrintPlan } from './PrintPlan'
import { PublishPlan } from './PublishPlan'
import { type Item, openOf, sayLacking, thisYear } from './words'

type Doing = { what: 'add' | 'publish' | 'print' } | { what: 'edit'; item: Item }

/** What became of a publishing. */
const Published = ({ done, onSeen }: { done: Given<'plan.publish'>; onSeen: () => void }) => (
  <Notice
    tone={done.failed.length === 0 && done.rooms.every(one => one.why === undefined) ? 'good' : 'warn'}
    title={`发布了 ${String(done.published)} 次活动`}
    onSeen={onSeen}
  >
    {done.failed.map(one => (
      <View key={one.itemId}>{`“${one.title}”没有发成，请点开改一改，再发布一次。`}</View>
    ))}
    {done.rooms.some(one => one.why === undefined) && (
      <View>{`场地一起订好了 ${String(done.rooms.filter(one => one.why === undefined).length)} 次。`}</View>
    )}
    {done.rooms.map(
      one =>
        one.why !== undefined && (
          <View
            key={one.itemId}
          >{`${sayDay(one.date)}“${one.title}”没订上${one.place}：${one.why}。请点开这次活动，换个场地或者时间。`}</View>
        ),
    )}
  </Notice>
)

/** A branch's year on one screen: made by one press, changed by a tap or with the mouse, published in one go, printed. */
export const Plan = ({ branchId }: { branchId: string }) => {
  const first = thisYear()
  // In the last months of a year one plans the next.
  const [year, setYear] = useState(() => (Number(dateOf(now()).slice(5, 7)) >= 10 ? first + 1 : first))
  const query = useQuery('plan.get', { branchId, year })
  const make = useCommand('plan.make')
  const set = useCommand('plan.set')
  const [doing, setDoing] = useState<Doing | undefined>()
  const [published, setPublished] = useState<Given<'plan.publish'> | undefined>()
  const plan = query.data
  const back = (changed: boolean) => {
    setDoing(undefined)
    if (changed) void query.reload()
  }
  if (plan && (doing?.what === 'add' || doing?.what === 'edit')) {
    const place = plan.items[0]?.place ?? { name: '' }
    const item = doing.what === 'edit' ? doing.item : undefined
    return <ItemForm branchId={branchId} year={year} item={item} heat={plan.heat} place={place} onDone={back} />
  }
  if (plan && doing?.what === 'print') return <PrintPlan plan={plan} year={year} onBack={() => back(false)} />
  const open = openOf(plan?.items ?? [])
  if (doing?.what === 'publish') {
    const done = (result: Given<'plan.publish'> | undefined) => {
      setPublished(result)
      back(result !== undefined)
      toTop()
    }
    return <PublishPlan branchId={branchId} year={year} items={open} onDone={done} />
  }
  const generate = async () => {
    const answer = await make.run({ branchId, year })
    if (answer?.ok) await query.reload()
  }
  const move = async (itemId: string, month: string) => {
    const item = open.find(one => one.itemId === itemId)
    if (!item || item.date.startsWith(month)) return
    const { kind, title, time, lastsMinutes, place, strand } = item
    const date = dayOfMonth(year, Number(month.slice(5)), Number(item.date.slice(8)))
    const said = { itemId, kind, title, date, time, lastsMinutes, place, ...(strand === undefined ? {} : { strand }) }
    const answer = await set.run({ branchId, year, ...said })
    if (answer?.ok) await query.reload()
  }
  const isMade = plan !== undefined && plan.items.length > 0
  const refusal = make.refusal ?? set.refusal
  return (
    <Screen
      wide
      main={
        plan &&
        (isMade ? (
          <BigButton icon="notice" disabled={open.length === 0} onPress={() => setDoing({ what: 'publish' })}>
            {open.length === 0 ? '都发布了' : `发布 ${String(open.length)} 次活动`}
          </BigButton>
        ) : (
          <BigButton icon="calendar-add" busyWords="正在排…" onPress={generate}>
            {`排好${String(year)}年的计划`}
          </BigButton>
        ))
      }
    >
      <Tabs
        options={[first, first + 1].map(one => ({ value: String(one), words: `${String(one)}年` }))}
        value={String(year)}
        onChange={chosen => setYear(Number(chosen))}
      />
      {published && <Published done={published} onSeen={() => setPublished(undefined)} />}
      {refusal && <Failure refusal={refusal} onSeen={make.refusal ? make.forget : set.forget} />}
      <Loaded query={query} cards={3}>
        {shown =>
          isMade ? (
            <View className="stack">
              {shown.lacking.length > 0 && (
                <Notice tone="warn" title={`还差 ${String(shown.lacking.length)} 样没有安排`}>
                  <View>{sayLacking(shown.lacking)}</View>
                </Notice>
              )}
              <SideBySide>
                {periodsOf('month', year).map(month => (
                  <MonthCard key={month} plan={shown} month={month} onOpen={item => setDoing({ what: 'edit', item })} onDrop={move} />
                ))}
              </SideBySide>
              <Button icon="add" onPress={() => setDoing({ what: 'add' })}>
                加一次活动
              </Button>
              <Button icon="file" onPress={() => setDoing({ what: 'print' })}>
                打印成一张表
              </Button>
              <ExportButton
                words="导出 Excel"
                name={`${String(year)}年活动计划.xlsx`}
                make={() => call('plan.export', { branchId, year }, { commandId: newId() })}
              />
              <Confirm
                icon="retry"
                question="要重新排一遍吗？"
                explain="已经发布的和自己加的都留着，其余的按规定和去年的习惯重新排。"
                yes="重新排"
                no="不用"
                onYes={generate}
              >
                重新排一遍
              </Confirm>
            </View>
          ) : (
            <Empty
              icon="calendar-done"
              title="一年的活动，一次排好"
              hint="按一下，把支部一年要开的会、要上的课，过节的活动，去年办过的活动都排上日子，再由您来改。"
            />
          )
        }
      </Loaded>
    </Screen>
  )
}
