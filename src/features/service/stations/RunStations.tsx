import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Section } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { sayDay } from '../../../../core/shared/spans'
import { call, newId } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { kindWords, sayOpen } from './words'

const MOST_SAID = 3
const sayGaps = (gaps: readonly { date: string }[]): string =>
  `${gaps
    .slice(0, MOST_SAID)
    .map(one => sayDay(one.date))
    .join('、')}${gaps.length > MOST_SAID ? `等${String(gaps.length)}天` : ''}缺人`

/** Stations that lack people within a week: what is to be done first. */
const Gaps = ({ orgId }: { orgId: string }) => {
  const query = useQuery('station.gaps', { orgId })
  const { items, more, refusal } = usePages(query, cursor => call('station.gaps', { orgId, cursor }))
  return (
    <Loaded query={query} cards={1}>
      {() =>
        items.length === 0 ? null : (
          <Section title="七天内没人值班">
            {items.map(one => (
              <LinkRow
                key={one.stationId}
                icon="warn"
                words={one.name}
                note={sayGaps(one.gaps)}
                onPress={() => go(routes.duty({ stationId: one.stationId, name: one.name, month: one.gaps[0]?.date.slice(0, 7) }))}
              />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </Section>
        )
      }
    </Loaded>
  )
}

/** All stations and points below an organization; those that lack people first. */
export const RunStations = ({ orgId, name }: { orgId: string; name: string }) => {
  const query = useQuery('station.list', { orgId })
  const { items, more, refusal } = usePages(query, cursor => call('station.list', { orgId, cursor }))
  return (
    <Screen
      main={
        <BigButton icon="add" onPress={() => go(routes.editStation({ orgId, name }))}>
          办一个服务站或服务点
        </BigButton>
      }
    >
      <Gaps orgId={orgId} />
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {items.length === 0 && (
              <Empty
                icon="place"
                title="这里会列出服务站和服务点"
                hint="一个站可以有政治宣传、法律咨询、健康教育、困难帮服几支队，再分几个点。天天有人值班，先请把站和点登记上。"
              />
            )}
            {items.map(one => (
              <LinkRow
                key={one.stationId}
                icon={one.gaps.length > 0 ? 'warn' : 'place'}
                words={one.name}
                note={`${kindWords[one.kind]} · ${one.gaps.length > 0 ? sayGaps(one.gaps) : sayOpen(one)}`}
                onPress={() => go(routes.station({ id: one.stationId }))}
              />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
      <LinkRow icon="talk" words="大家的留言" note="在站点门口留下的话" onPress={() => go(routes.stationWords({ orgId, name }))} />
      <ExportButton
        words="导出站点、缺人、留言"
        name="服务站点.xlsx"
        make={() => call('station.export', { orgId }, { commandId: newId() })}
      />
    </Screen>
  )
}
