import { Title } from '../../../components/Card'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { fullDate } from '../../../components/times'
import { call, type Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { instantOf } from '../../../../core/shared/calendar'
import { Mourning } from '../../../components/Mourning'
import { routes } from '../../../../core/shared/routes'

type Item = Given<'aftercare.list'>['items'][number]

const Row = ({ item }: { item: Item }) => {
  const { name, diedOn, done, steps, late } = item
  const state =
    done === steps
      ? { icon: 'check' as const, tone: 'soft' as const, words: '都办完了' }
      : late > 0
        ? { icon: 'warn' as const, tone: 'warn' as const, words: `${String(late)} 件过期` }
        : { icon: 'clock' as const, tone: 'soft' as const, words: `还有 ${String(steps - done)} 件` }
  return (
    <PersonRow
      name={name}
      note={`${fullDate(instantOf(diedOn))}去世`}
      state={state}
      onPress={() => go(routes.aftercare({ memberId: item.memberId }))}
    />
  )
}

/** Those of a branch who died, and how far what there is to do has come. */
export const Farewells = ({ orgId, name }: { orgId: string; name: string }) => {
  const query = useQuery('aftercare.list', { orgId })
  const { items, more, refusal } = usePages(query, cursor => call('aftercare.list', { orgId, cursor }))
  return (
    <Screen>
      <Title>{name}</Title>
      <Loaded query={query}>
        {({ may }) => (
          <Mourning>
            {items.length === 0 && (
              <Empty
                icon="file"
                title="没有登记过"
                hint={
                  may.includes('mark')
                    ? '有同志去世，请在这里登记：问候和走访马上停下，善后要办的事列成单子。'
                    : '支部书记登记以后，善后要办的事会列在这里，看得到办到哪一步。'
                }
              />
            )}
            {items.map(item => (
              <Row key={item.memberId} item={item} />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
            {may.includes('mark') && <Button onPress={() => go(routes.farewell({ orgId }))}>登记一位同志去世</Button>}
          </Mourning>
        )}
      </Loaded>
    </Screen>
  )
}
