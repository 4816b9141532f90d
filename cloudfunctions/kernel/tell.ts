import type { Message } from './documents'
import type { Ports, Telling } from './ports'

/** Sends at once at most this many; the timer sends the rest within a minute. */
const AT_ONCE = 100

/** The inbox row of one telling to one person. */
export const messageId = ({ kind, about }: Pick<Telling, 'kind' | 'about'>, memberId: string): string => `${kind}:${about}:${memberId}`

/**
 * Tells people something: a row in each one's inbox, and the WeChat service message to every account bound to them.
 * The inbox row's id is made of what is told and to whom, so that telling twice is telling once.
 * A refused service message (43101) leaves the inbox row, which is why nobody is missed. Answers how many people.
 */
export const tell = async (
  ports: Ports,
  memberIds: readonly string[],
  telling: Telling,
  options: { quiet?: boolean } = {},
): Promise<number> => {
  const messages: Message[] = [...new Set(memberIds)].map(memberId => ({
    _id: messageId(telling, memberId),
    memberId,
    kind: telling.kind,
    title: telling.title,
    text: telling.text,
    page: telling.page,
    at: ports.now,
    read: false,
    push: options.quiet ? 'none' : 'due',
    fields: telling.fields,
  }))
  if (messages.length === 0) return 0
  await ports.store.table('messages').addAll(messages)
  if (!options.quiet) await sendDue(ports, { ids: messages.slice(0, AT_ONCE).map(one => one._id) })
  return messages.length
}

/** Sends what is due: those named, or the oldest ones. A message is claimed before it is sent, so that two senders never both send it. */
export const sendDue = async (ports: Ports, which: { ids?: readonly string[]; limit?: number }): Promise<number> => {
  const table = ports.store.table('messages')
  const due = which.ids
    ? (await table.getMany(which.ids)).filter(one => one.push === 'due')
    : await table.find({ push: 'due' }, { order: [['at', 'asc']], limit: which.limit ?? AT_ONCE })
  if (due.length === 0) return 0
  const accounts = await ports.store.table('accounts').find({ people: { in: [...new Set(due.map(one => one.memberId))] } }, { limit: 1000 })
  await inGroups(due, 10, async message => {
    const openids = accounts.filter(account => account.people.includes(message.memberId)).map(account => account._id)
    if ((await table.update({ _id: message._id, push: 'due' }, { set: { push: openids.length > 0 ? 'sent' : 'none' } })) === 0) return
    const results = await Promise.all(
      openids.map(openid => ports.wechat.send(openid, { kind: message.kind, page: message.page, fields: message.fields })),
    )
    if (results.length > 0 && results.every(result => result === 'refused'))
      await table.update({ _id: message._id }, { set: { push: 'refused' } })
  })
  return due.length
}

const inGroups = async <T>(items: readonly T[], size: number, act: (item: T) => Promise<void>): Promise<void> => {
  for (let start = 0; start < items.length; start += size) await Promise.all(items.slice(start, start + size).map(act))
}
