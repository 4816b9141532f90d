import { Empty, Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { PersonRow } from '../../../components/Rows'
import { ago } from '../../../components/times'
import { useQuery } from '../../../platform/query'
import { freeWords, type Words } from '../activities/words'

/** Who signed up, and who waits in which order. */
export const Signups = ({ activityId, words = freeWords }: { activityId: string; words?: Words }) => {
  const query = useQuery('signup.list', { activityId })
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="list" title={`这里会列出${words.name}的人`} hint={`${words.none}。`} />
        ) : (
          <Many items={items} keyOf={one => one.memberId}>
            {one => (
              <PersonRow
                name={one.name}
                note={[ago(one.at), one.by ? `${one.by}代报` : ''].filter(Boolean).join(' · ')}
                state={
                  one.state === 'joined'
                    ? { icon: 'done', tone: 'good', words: words.listed }
                    : { icon: 'clock', tone: 'warn', words: `候补第 ${one.position ?? 1}` }
                }
              />
            )}
          </Many>
        )
      }
    </Loaded>
  )
}
