import { routes } from '../../../../core/shared/routes'
import { sayDate } from '../../../../core/people/public'
import { Title } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { ShortRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { names, stateWords } from './words'

/** 选举: the votes of a branch, the latest first. */
export const Elections = ({ orgId }: { orgId: string }) => {
  const query = useQuery('election.list', { orgId })
  return (
    <Screen>
      <Title>支部选举</Title>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="done" title="还没有选举" hint="先发一次“支部党员大会”，再打开那次会，按“选举投票”来准备。" />
          ) : (
            <Many items={items} keyOf={one => one.electionId} unit="次">
              {one => (
                <ShortRow
                  name={`${sayDate(one.heldOn)}${one.round > 1 ? ` 第${String(one.round)}轮` : ''}`}
                  state={stateWords[one.state]}
                  note={one.elected.length > 0 ? names(one.elected) : `选 ${String(one.seats)} 位`}
                  onPress={() => go(routes.election({ activityId: one.activityId, id: one.electionId }))}
                />
              )}
            </Many>
          )
        }
      </Loaded>
    </Screen>
  )
}
