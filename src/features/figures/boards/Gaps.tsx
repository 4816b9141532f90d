import { View } from '@tarojs/components'
import { Title } from '../../../components/Card'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { monthOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { now } from '../../../platform/clock'
import { BoardSheet } from './BoardSheet'
import { named, shownNow } from './words'

/** Where none is listed, the figure says whether there is none, or whether it has not been counted yet. */
const NoneListed = ({ orgId, month }: { orgId: string; month: string | undefined }) => {
  const query = useQuery('board.get', { orgId, ...(month === undefined ? {} : { period: month }) })
  return (
    <Loaded query={query} cards={1}>
      {({ figures }) =>
        figures.some(one => one.topic === 'pairings' && shownNow(one) !== null) ? (
          <Empty icon="done" title="都有人结对了" hint="哪个支部有人没人联系，会列在这里。" />
        ) : (
          <Empty icon="clock" title="正在统计" hint="过几分钟再看。哪个支部有人没人联系，会列在这里。" />
        )
      }
    </Loaded>
  )
}

/** The branches under a street or the bureau where elders are without a helper, the most first; each opens its names. */
export const Gaps = ({ orgId, name, month }: { orgId: string; name: string; month: string | undefined }) => {
  const input = { orgId, topic: 'pairings' as const, ...(month === undefined ? {} : { period: month }) }
  const query = useQuery('board.worst', input)
  const { items, more, refusal } = usePages(query, cursor => call('board.worst', { ...input, cursor }))
  return (
    <Screen>
      <Title>{name}</Title>
      <Loaded query={query}>
        {() => (
          <View className="stack">
            {items.length === 0 ? (
              <NoneListed orgId={orgId} month={month} />
            ) : (
              <View className="soft">这些支部有老同志没有结对，点进去看名字。</View>
            )}
            {items.map(one => (
              <LinkRow
                key={one.orgId}
                icon="people"
                words={one.name}
                note={`${String(one.worry)} 位老同志没有结对`}
                onPress={() => go(routes.pairings(named(one)))}
              />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些支部</Button>}
            {items.length > 0 && <BoardSheet orgId={orgId} name={name} month={month ?? monthOf(now())} />}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
