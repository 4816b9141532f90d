import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import { call, newId } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { monthOf } from '../../../../core/shared/calendar'
import { sayRoom } from './words'

/** How the rooms were used this month. */
const MonthUse = ({ orgId }: { orgId: string }) => {
  const input = { orgId, month: monthOf(now()) }
  const query = useQuery('venue.use', input)
  const { items, more, refusal } = usePages(query, cursor => call('venue.use', { ...input, cursor }))
  return (
    <Loaded query={query} cards={1}>
      {() => (
        <View className="stack">
          {items.map(one => (
            <View key={one.venueId} className="list-row">
              <View className="strong">{one.name}</View>
              <View className="soft">
                {`用了 ${String(one.bookings - one.missed)} 场、${String(one.hours)} 小时、${String(one.people)} 人次${one.missed > 0 ? `，订了没来 ${String(one.missed)} 场` : ''}`}
              </View>
            </View>
          ))}
          {refusal && <Failure refusal={refusal} />}
          {more && <Button onPress={more}>再看一些</Button>}
        </View>
      )}
    </Loaded>
  )
}

/** Rooms at or below an organization, for those who keep them. */
export const RunVenues = ({ orgId, name }: { orgId: string; name: string }) => {
  const query = useQuery('venue.list', { orgId })
  const { items, more, refusal } = usePages(query, cursor => call('venue.list', { orgId, cursor }))
  const may = query.data?.may ?? []
  return (
    <Screen
      main={
        <BigButton icon="add" onPress={() => go(routes.editVenue({ orgId, name }))}>
          登记一个场地
        </BigButton>
      }
    >
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {items.length === 0 && (
              <Empty icon="place" title="这里会列出活动室、会议室" hint="登记上以后，办活动就能订，一个时间只有一家用，不会撞车。" />
            )}
            {items.map(one => (
              <LinkRow
                key={one.venueId}
                icon="place"
                words={one.name}
                note={[sayRoom(one), one.orgId === orgId ? '' : one.orgName, one.lent > 0 ? `借出 ${String(one.lent)} 件` : '']
                  .filter(Boolean)
                  .join(' · ')}
                onPress={() => go(routes.venueDesk({ id: one.venueId }))}
              />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
      {items.length > 0 && (
        <Unfold words="这个月用了多少" icon="chart">
          {() => <MonthUse orgId={orgId} />}
        </Unfold>
      )}
      {may.includes('export') && items.length > 0 && (
        <ExportButton words="导出谁订了哪天" name="场地使用.xlsx" make={() => call('venue.export', { orgId }, { commandId: newId() })} />
      )}
      <LinkRow icon="search" words="看附近的场地，订一个" onPress={() => go(routes.venues())} />
    </Screen>
  )
}
