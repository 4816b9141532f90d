import { View } from '@tarojs/components'
import { useState } from 'react'
import type { BoardTopic } from '../../../../core/figures/boards/contract'
import { monthOf } from '../../../../core/shared/calendar'
import { Bars } from '../../../components/Bars'
import { Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Figure, Figures } from '../../../components/Figure'
import { Icon } from '../../../components/Icon'
import { Loaded } from '../../../components/Loaded'
import { MonthPick } from '../../../components/MonthPick'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import { call } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { type Query, useQuery } from '../../../platform/query'
import { routes } from '../../../../core/shared/routes'
import { comparedWords, type Data, named, numbers, type Place, worries } from './words'

const isTopic = (name: string): name is BoardTopic => name in worries

/** The bars: what stands directly under an organization, by what is to be looked at. */
const Below = ({ place, query, data, onTopic }: { place: Place; query: Query<Data>; data: Data; onTopic: (topic: BoardTopic) => void }) => {
  const { topic } = data.below
  const more = usePages({ ...query, data: data.below }, async cursor => {
    const answer = await call('board.get', { orgId: place.orgId, period: place.month, topic, cursor })
    return answer.ok ? { ok: true as const, data: answer.data.below } : answer
  })
  const about = worries[topic]
  if (more.items.length === 0 || !about) return null
  const most = Math.max(1, ...more.items.map(one => one.worry))
  const counted = data.figures.map(one => one.topic).filter(isTopic)
  return (
    <Card title="各单位比一比">
      <Chips
        label="看哪一项"
        options={counted.flatMap(name => (worries[name] ? [{ value: name, words: worries[name].words }] : []))}
        chosen={[topic]}
        onPress={onTopic}
      />
      <Bars
        unit={about.unit}
        bars={more.items.map(one => ({
          label: one.name,
          count: one.worry,
          share: one.worry / most,
          onPress: () => go(routes.overview({ ...named(one), month: place.month })),
        }))}
      />
      {more.refusal && <Failure refusal={more.refusal} />}
      {more.more && <Button onPress={more.more}>再看一些单位</Button>}
    </Card>
  )
}

/** Some figures are not there yet: of a month that has just begun, or of people who have just come. */
const isCounting = (data: Data) => data.figures.some(one => isTopic(one.topic) && (one.now === null || one.counting === true))

const Nothing = ({ counting }: { counting: boolean }) => (
  <View className="row">
    <Icon name={counting ? 'clock' : 'done'} tone={counting ? 'soft' : 'good'} />
    <View className="grow">{counting ? '有的数字正在统计，过几分钟再看。' : '没有超期的事，都跟上了。'}</View>
  </View>
)

/** The branches that need attention, wherever under the organization they stand; each opens the rows behind its number. */
const Attention = ({ place, data }: { place: Place; data: Data }) => {
  const lines = data.attention.filter(one => worries[one.topic])
  return (
    <Section title="需要关注">
      {lines.length === 0 && <Nothing counting={isCounting(data)} />}
      {lines.map(line => {
        const about = worries[line.topic]
        return about ? (
          <LinkRow
            key={`${line.topic}:${line.orgId}`}
            icon={about.icon}
            words={about.line(line.worry)}
            {...(place.branch ? {} : { note: line.name })}
            onPress={() => go(about.page(line, place.month))}
          />
        ) : null
      })}
    </Section>
  )
}

const Content = ({
  place,
  query,
  data,
  onTopic,
}: {
  place: Place
  query: Query<Data>
  data: Data
  onTopic: (topic: BoardTopic) => void
}) => (
  <View className="stack">
    <Figures>
      {numbers.map(({ topic, words, number, note, page }, index) => {
        const counted = data.figures.find(one => one.topic === topic)
        if (!counted) return null
        const { before, counting = false } = counted
        const current = counting ? null : counted.now
        const present = counting || place.month === monthOf(now())
        const rows = page?.(place, current)
        const open = rows !== undefined ? () => go(rows) : isTopic(topic) ? () => onTopic(topic) : undefined
        return (
          <Figure
            key={words}
            words={words}
            whole={index === numbers.length - 1}
            number={current ? number(current) : present ? '正在统计' : '没有数'}
            note={current ? note(current, before) : present ? '过几分钟再看' : '这个月没有统计过'}
            {...(open ? { onPress: open } : {})}
          />
        )
      })}
    </Figures>
    <Attention place={place} data={data} />
    <Below key={data.below.topic} place={place} query={query} data={data} onTopic={onTopic} />
    <LinkRow
      icon="help"
      words="求助看板"
      note="没人接的、已超时的、快超时的，各类多久办好"
      onPress={() => go(routes.requestBoard(named(place)))}
    />
    <LinkRow icon="file" words="善后" note="去世的同志，家里的事办到哪里了" onPress={() => go(routes.farewells(named(place)))} />
    <ExportButton
      words="导出 Excel"
      icon="sheet"
      name={`看板 ${place.name} ${place.month}.xlsx`}
      make={() => call('board.export', { orgId: place.orgId, period: place.month })}
    />
    <View className="row soft small">
      <Icon name="check" tone="soft" />
      <View className="grow">
        {comparedWords(data.compared)}
        {data.countedAt === null ? '' : `；数字算到${moment(data.countedAt)}`}
      </View>
    </View>
  </View>
)

interface Props {
  orgId: string
  name: string
  month?: string | undefined
  /** The reader is the secretary of this branch. */
  secretary?: boolean
}

/** The board of a branch, a street or the bureau: five numbers, what needs attention, one chart; every number opens what stands behind it. */
export const Overview = ({ orgId, name, month: first, secretary = false }: Props) => {
  const [month, setMonth] = useState(() => first ?? monthOf(now()))
  const [topic, setTopic] = useState<BoardTopic | undefined>()
  const query = useQuery('board.get', { orgId, period: month, ...(topic ? { topic } : {}) })
  return (
    <Screen>
      <Title>{name}</Title>
      <MonthPick month={month} onChange={setMonth} />
      <Loaded query={query} cards={4}>
        {data => (
          <Content place={{ orgId, name, month, branch: data.kind === 'branch', secretary }} query={query} data={data} onTopic={setTopic} />
        )}
      </Loaded>
    </Screen>
  )
}
