import { Button } from '../../../components/Button'
import { Section } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { MessageCard } from './MessageCard'
import { routes } from '../../../../core/shared/routes'

/** So many of the newest stand on the first screen. */
const SHOWN = 3

/** 通知 on the first screen. */
export const News = () => {
  const query = useQuery('inbox.list', {}, { atOnce: true })
  return (
    <Section title="通知">
      <Loaded query={query} cards={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="notice" title="还没有通知" hint="支部发的通知会出现在这里，也会发到您的微信。" />
          ) : (
            <>
              {items.slice(0, SHOWN).map(message => (
                <MessageCard key={message.messageId} message={message} />
              ))}
              {items.length > SHOWN && <Button onPress={() => go(routes.inbox())}>看全部通知</Button>}
            </>
          )
        }
      </Loaded>
    </Section>
  )
}
