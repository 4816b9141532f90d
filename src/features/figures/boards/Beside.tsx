import { View } from '@tarojs/components'
import type { BoardTopic } from '../../../../core/figures/boards/contract'
import { sayWorry } from '../../../../core/figures/boards/todo'
import { Button, IconButton } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { type Route, routes } from '../../../../core/shared/routes'
import { Attention } from './Attention'
import { Sentence } from './Sentence'
import { numbers } from './figures'
import { sayWork } from './AllWorks'
import { worksOf } from './works'
import { named, type Place, shownNow, worries } from './words'

/** What stands beside the table: an organization of it, or the branches where one thing is worst. */
export type Chosen =
  | { orgId: string; name: string }
  | { topic: BoardTopic; words: string; /** The rows behind the number, where there are any to see. */ rows: Route | undefined }

interface Props {
  place: Place
  onChoose: (chosen: Chosen | undefined) => void
}

const Head = ({ words, onClose }: { words: string; onClose: () => void }) => (
  <View className="row">
    <View className="grow">
      <Title>{words}</Title>
    </View>
    <IconButton icon="close" label="收起" onPress={onClose} />
  </View>
)

const Organization = ({ orgId, name, place, onChoose }: Props & { orgId: string; name: string }) => {
  const query = useQuery('board.get', { orgId, period: place.month })
  return (
    <>
      <Head words={name} onClose={() => onChoose(undefined)} />
      <Loaded query={query} cards={2}>
        {data => {
          const here = { ...place, orgId, name, branch: data.kind === 'branch', secretary: false }
          return (
            <View className="stack">
              <Sentence place={here} data={data} />
              <View className="beside-numbers">
                {numbers.map(({ topic, words, number }) => {
                  const counted = data.figures.find(one => one.topic === topic)
                  const current = counted && shownNow(counted)
                  return (
                    <View key={words} className="row">
                      <View className="grow">{words}</View>
                      <View className="strong">{current ? number(current) : '正在统计'}</View>
                    </View>
                  )
                })}
              </View>
              <Attention place={here} data={data} />
              <View className="beside-numbers">
                {worksOf(here).map(one => (
                  <View key={one.words}>
                    <View className="strong">{one.words}</View>
                    <View className="soft small">{sayWork(one, here, data)}</View>
                  </View>
                ))}
              </View>
              <Button icon="chart" onPress={() => go(routes.overview({ orgId, name, month: place.month }))}>
                打开它的看板
              </Button>
            </View>
          )
        }}
      </Loaded>
    </>
  )
}

const Worst = ({ topic, words, rows, place: { orgId, month }, onChoose }: Props & Extract<Chosen, { topic: BoardTopic }>) => {
  const input = { orgId, topic, period: month }
  const query = useQuery('board.worst', input)
  const { items, more, refusal } = usePages(query, cursor => call('board.worst', { ...input, cursor }))
  return (
    <>
      <Head words={words} onClose={() => onChoose(undefined)} />
      <Loaded query={query} cards={2}>
        {() => (
          <View className="stack">
            {items.length === 0 && <Empty icon="done" title="这一项没有要管的" hint="哪个支部有超期的，会列在这里。" />}
            {items.map(one => (
              <LinkRow
                key={one.orgId}
                icon={worries[topic]?.icon ?? 'people'}
                words={one.name}
                note={sayWorry(topic, one.worry)}
                onPress={() => onChoose(named(one))}
              />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些支部</Button>}
            {rows && (
              <Button icon="list" onPress={() => go(rows)}>
                看名单
              </Button>
            )}
          </View>
        )}
      </Loaded>
    </>
  )
}

/** Beside the table of a wide window: what was pressed in it, without leaving the board. */
export const Beside = ({ chosen, ...props }: Props & { chosen: Chosen }) =>
  'topic' in chosen ? <Worst key={chosen.topic} {...chosen} {...props} /> : <Organization key={chosen.orgId} {...chosen} {...props} />
