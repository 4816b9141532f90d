import { Title } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { ShortRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { dateOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { sayNext, stateMarks } from './words'

/** The branches whose liaison the reader is: where to go by when; a press opens the branch, where the visit is recorded. */
export const MyBranches = () => {
  const query = useQuery('liaison.mine', {})
  const year = dateOf(now()).slice(0, 4)
  return (
    <Screen>
      <Title>我联系的支部</Title>
      <Loaded query={query} cards={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="place" title="还没有请您联系的支部" hint="街道或者老干部局请您当联络员以后，支部会列在这里。" />
          ) : (
            <>
              {items.map(({ branchId, name, visit }) => (
                <ShortRow
                  key={branchId}
                  name={name}
                  note={sayNext(visit, '走访', year)}
                  {...(visit ? { state: visit.state === 'upcoming' ? stateMarks.done : stateMarks[visit.state] } : {})}
                  onPress={() => go(routes.branchVisit({ branchId }))}
                />
              ))}
            </>
          )
        }
      </Loaded>
    </Screen>
  )
}
