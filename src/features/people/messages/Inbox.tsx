import { useEffect, useRef } from 'react'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { call, newId } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { refreshMe } from '../identity/session'
import { MessageCard } from './MessageCard'

/** The cloud takes so many at once. */
const AT_ONCE = 100

/** Tells the cloud once which messages have been on the screen. */
const useRead = (unread: readonly string[]) => {
  const told = useRef(new Set<string>())
  useEffect(() => {
    const fresh = unread.filter(id => !told.current.has(id)).slice(0, AT_ONCE)
    if (fresh.length === 0) return
    for (const id of fresh) told.current.add(id)
    const tell = async () => {
      const answer = await call('inbox.read', { messageIds: fresh }, { commandId: newId() })
      if (answer.ok) await refreshMe()
      else for (const id of fresh) told.current.delete(id)
    }
    void tell()
  }, [unread])
}

/** 消息: everything this person was told, newest first. */
export const Inbox = () => {
  const query = useQuery('inbox.list', {})
  const pages = usePages(query, cursor => call('inbox.list', { cursor }))
  useRead(pages.items.filter(message => !message.read).map(message => message.messageId))
  return (
    <Screen>
      <Loaded query={query}>
        {() =>
          pages.items.length === 0 ? (
            <Empty icon="bell" title="还没有消息" hint="活动的通知、变动和提醒会出现在这里。" />
          ) : (
            <>
              {pages.items.map(message => (
                <MessageCard key={message.messageId} message={message} />
              ))}
              {pages.refusal && <Failure refusal={pages.refusal} />}
              {pages.more && <Button onPress={pages.more}>看更早的</Button>}
            </>
          )
        }
      </Loaded>
    </Screen>
  )
}
