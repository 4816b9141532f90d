import { View } from '@tarojs/components'
import { useState } from 'react'
import type { BoardTopic } from '../../../../core/figures/boards/contract'
import { monthOf } from '../../../../core/shared/calendar'
import { Button } from '../../../components/Button'
import { Section, Title } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { Loaded } from '../../../components/Loaded'
import { MonthPick } from '../../../components/MonthPick'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { canPrint } from '../../../platform/picture'
import { printPage } from '../../../platform/print'
import { type Query, useQuery } from '../../../platform/query'
import { useWide } from '../../../platform/wide'
import { routes } from '../../../../core/shared/routes'
import { Attention } from './Attention'
import { Below } from './Below'
import type { Chosen } from './Beside'
import { BoardSheet } from './BoardSheet'
import { Numbers } from './Numbers'
import { Sentence } from './Sentence'
import { Units } from './Units'
import { AllWorks } from './AllWorks'
import { comparedWords, type Data, named, type Place } from './words'
import './boards.css'

/** Where else one goes from a board. */
const Ways = ({ place, data }: { place: Place; data: Data }) => (
  <View className="stack board-ways">
    <LinkRow
      icon="help"
      words="求助看板"
      note="没人接的、已超时的、快超时的，各类多久办好"
      onPress={() => go(routes.requestBoard(named(place)))}
    />
    <AllWorks place={place} data={data} />
    <Section title="还可以">
      {!place.branch && (
        <LinkRow icon="place" words="支部联络" note="谁去走访支部、支部交没交报告" onPress={() => go(routes.liaisons(named(place)))} />
      )}
      <LinkRow icon="hand" words="服务队" note="谁会什么、求助先请哪支队" onPress={() => go(routes.teams(named(place)))} />
      <LinkRow icon="file" words="善后" note="去世的同志，家里的事办到哪里了" onPress={() => go(routes.farewells(named(place)))} />
    </Section>
  </View>
)

/** Of when the numbers are. */
const AsOf = ({ data: { compared, countedAt } }: { data: Data }) => (
  <View className="row soft small">
    <Icon name="check" tone="soft" />
    <View className="grow">
      {comparedWords(compared)}
      {countedAt === null ? '' : `；数字算到${moment(countedAt)}`}
    </View>
  </View>
)

interface ContentProps {
  place: Place
  query: Query<Data>
  data: Data
  wide: boolean
  onTopic: (topic: BoardTopic) => void
}

const Content = ({ place, query, data, wide, onTopic }: ContentProps) => {
  const [chosen, choose] = useState<Chosen | undefined>()
  const beside = wide && !place.branch
  return (
    <View className="stack">
      <Sentence place={place} data={data} />
      <Numbers
        place={place}
        data={data}
        onTopic={beside ? ({ topic, words }, rows) => (topic === 'members' ? undefined : () => choose({ topic, words, rows })) : undefined}
      />
      {beside ? (
        <Units place={place} data={data} chosen={chosen} onChoose={choose}>
          <Ways place={place} data={data} />
        </Units>
      ) : (
        <View className="board-panes">
          <View className="board-table stack">
            {!place.branch && <Below key={data.below.topic} place={place} query={query} data={data} onTopic={onTopic} />}
            <Attention place={place} data={data} />
          </View>
          <View className="board-beside stack">
            <Ways place={place} data={data} />
            {!wide && <BoardSheet {...place} />}
          </View>
        </View>
      )}
      <AsOf data={data} />
    </View>
  )
}

interface Props {
  orgId: string
  name: string
  month?: string | undefined
  /** The reader is the secretary of this branch; an officer of the bureau. */
  secretary?: boolean
  bureau?: boolean
}

/** The board of a branch, a street or the bureau: what needs doing, five numbers, what stands below and needs attention; all of it opens what stands behind it. */
export const Overview = ({ orgId, name, month: first, secretary = false, bureau = false }: Props) => {
  const [month, setMonth] = useState(() => first ?? monthOf(now()))
  const [topic, setTopic] = useState<BoardTopic | undefined>()
  const wide = useWide()
  const query = useQuery('board.get', { orgId, period: month, ...(topic ? { topic } : {}) })
  return (
    <Screen wide>
      <View className="board-head">
        <Title>{name}</Title>
        <MonthPick month={month} onChange={setMonth} />
        {wide && (
          <View className="board-tools stack">
            <BoardSheet orgId={orgId} name={name} month={month} />
            {canPrint && (
              <Button icon="file" onPress={printPage}>
                打印
              </Button>
            )}
          </View>
        )}
      </View>
      <Loaded query={query} cards={4}>
        {data => (
          <Content
            key={month}
            place={{ orgId, name, month, branch: data.kind === 'branch', secretary, bureau }}
            query={query}
            data={data}
            wide={wide}
            onTopic={setTopic}
          />
        )}
      </Loaded>
    </Screen>
  )
}
