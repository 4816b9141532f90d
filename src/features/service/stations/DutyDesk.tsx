import { View } from '@tarojs/components'
import { useState } from 'react'
import { addMonths, dateOf, monthOf } from '../../../../core/shared/calendar'
import { BigButton } from '../../../components/Button'
import { Section } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Fold } from '../../../components/Fold'
import { Loaded } from '../../../components/Loaded'
import { MonthPick } from '../../../components/MonthPick'
import { Notice } from '../../../components/Notice'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { dated, lasting } from '../../../components/times'
import { call, newId } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useQuery } from '../../../platform/query'
import { DutyDay } from './DutyDay'
import { DutyPlan, type Published } from './DutyPlan'
import type { RosterDay } from './words'

const MONTHS_AHEAD = 12
/** As far as rosters go. */
const lastMonth = () => addMonths(`${monthOf(now())}-01`, MONTHS_AHEAD).slice(0, 7)

const sayService = ({ service, minutes = 0 }: RosterDay['people'][number], over: boolean): string => {
  if (service === 'served') return `服务${lasting(minutes)}`
  if (service === 'in') return '已签到'
  if (service === 'no-show') return '没来'
  return over ? '没签到' : ''
}

const sayDayOf = (day: RosterDay): string => {
  const over = day.endsAt <= now()
  const people = day.people.map(one => {
    const service = sayService(one, over)
    return `${one.name}${one.offered ? '（在找人替）' : ''}${service === '' ? '' : ` ${service}`}`
  })
  return [...people, ...(day.short > 0 ? [`还缺 ${String(day.short)} 人`] : [])].join('、') || '没有排'
}

const Rows = ({ days, onPick }: { days: readonly RosterDay[]; onPick: (day: RosterDay) => void }) => (
  <View className="stack">
    {days.map(day => (
      <LinkRow
        key={day.date}
        icon={day.short > 0 ? 'warn' : 'done'}
        words={dated(day.startsAt)}
        note={sayDayOf(day)}
        onPress={() => onPick(day)}
      />
    ))}
  </View>
)

const Left = ({ published, onSeen }: { published: Published; onSeen: () => void }) => (
  <Notice
    tone={published.gaps.length > 0 ? 'warn' : 'good'}
    title={`排好了，已经告诉值班的同志（${String(published.assigned)} 人次）`}
    onSeen={onSeen}
  >
    {published.gaps.length > 0 && <View>还有 {published.gaps.length} 天缺人，在下面补。</View>}
    {published.leftOut.length > 0 && (
      <View>
        这些没有排上：
        {published.leftOut
          .slice(0, 6)
          .map(
            one =>
              `${one.name}${one.date.slice(5)}${{ gone: '已不在册', away: '外出', busy: '另有安排', full: '人够了', closed: '不开门或已开始' }[one.why]}`,
          )
          .join('、')}
      </View>
    )}
  </Notice>
)

interface Props {
  stationId: string
  name: string | undefined
  first: string | undefined
}

/** A station's month: who is on duty on which day; made from its teams in one go, put right day by day. */
export const DutyDesk = ({ stationId, name, first }: Props) => {
  const [month, setMonth] = useState(first ?? monthOf(now()))
  const [planning, setPlanning] = useState(false)
  const [date, setDate] = useState<string | undefined>()
  const [published, setPublished] = useState<Published | undefined>()
  const query = useQuery('station.roster', { stationId, month })
  const day = query.data?.days.find(one => one.date === date)
  const reload = async () => {
    await query.reload()
  }
  if (planning) {
    const done = (made: Published | undefined) => {
      setPlanning(false)
      setPublished(made)
      if (made) void reload()
    }
    return <DutyPlan stationId={stationId} month={month} onDone={done} />
  }
  if (day) return <DutyDay stationId={stationId} day={day} onChange={reload} onBack={() => setDate(undefined)} />
  const turn = (next: string) => {
    setPublished(undefined)
    setMonth(next)
  }
  const ahead = query.data?.days.filter(one => one.startsAt > now()) ?? []
  const lacking = ahead.filter(one => one.short > 0)
  return (
    <Screen
      main={
        lacking.length > 0 && (
          <BigButton icon="calendar-add" onPress={() => setPlanning(true)}>
            {`替${String(lacking.length)}天排人`}
          </BigButton>
        )
      }
    >
      {name && <View className="title">{name}</View>}
      <MonthPick month={month} until={lastMonth()} onChange={turn} />
      {published && <Left published={published} onSeen={() => setPublished(undefined)} />}
      <Loaded query={query} cards={3}>
        {({ days, withdrawn }) => {
          const past = days.filter(one => one.date < dateOf(now()))
          const rest = days.filter(one => !past.includes(one))
          return (
            <View className="stack">
              {days.length === 0 && <Notice tone="info" title="这个月没有开门的日子" />}
              <Rows days={rest} onPick={one => setDate(one.date)} />
              {past.length > 0 && (
                <Fold title={`过去的 ${String(past.length)} 天`}>{() => <Rows days={past} onPick={one => setDate(one.date)} />}</Fold>
              )}
              {withdrawn.length > 0 && (
                <Section title="临时退出的">
                  {withdrawn.map(one => (
                    <View key={`${one.date}${one.name}${String(one.at)}`} className="soft">
                      {one.date.slice(5)} {one.name}：{one.reason}
                    </View>
                  ))}
                </Section>
              )}
            </View>
          )
        }}
      </Loaded>
      <ExportButton
        words="导出值班表"
        name={`${month}值班表.xlsx`}
        make={() => call('station.dutyList', { stationId, month }, { commandId: newId() })}
      />
    </Screen>
  )
}
