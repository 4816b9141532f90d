import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { inOneLine, isRunning, type Item, kindIcons, kindTitle } from './words'
import { routes } from '../../../../core/shared/routes'

/** So many are named, the rest is one press away. */
const SHOWN = 2

/** What this person asked for and what is not over yet; nothing while it is not known. */
export const useRunning = (forMemberId: { forMemberId?: string }): Item[] =>
  (useQuery('request.mine', { part: 'asked', ...forMemberId }).data?.items ?? []).filter(isRunning)

/** One line each with its promise; whose it is, where one acts for another. */
export const RunningLines = ({ running, acting }: { running: readonly Item[]; acting: boolean }) => {
  return (
    <>
      {running.slice(0, SHOWN).map(item => (
        <LinkRow
          key={item.requestId}
          icon={kindIcons[item.kind]}
          words={`${acting ? `${item.name}同志` : '我'}的求助：${kindTitle(item)}`}
          note={inOneLine(item)}
          onPress={() => go(routes.request({ id: item.requestId }))}
        />
      ))}
      {running.length > SHOWN && (
        <LinkRow icon="list" words={`还有 ${running.length - SHOWN} 件求助`} onPress={() => go(routes.requests({ part: 'asked' }))} />
      )}
    </>
  )
}

/** What runs for this person, on the first screen. Silent while there is nothing. */
export const Running = ({ forMemberId }: { forMemberId: { forMemberId?: string } }) => (
  <RunningLines running={useRunning(forMemberId)} acting={forMemberId.forMemberId !== undefined} />
)

/** For a member who is asked to help, or has a request in hand. Silent while there is nothing. */
export const InHand = () => {
  const query = useQuery('request.mine', { part: 'helping' })
  const items = query.data?.items ?? []
  const [first] = items
  if (!first) return null
  const waiting = items.filter(item => item.as === 'asked')
  return (
    <LinkRow
      icon="hand"
      words={waiting.length > 0 ? `${waiting.length} 件求助等您答复` : `您手里有 ${items.length} 件求助`}
      note={`${first.name}：${kindTitle(first)}，${first.promise}`}
      onPress={() => go(items.length === 1 ? routes.request({ id: first.requestId }) : routes.requests({ part: 'helping' }))}
    />
  )
}
