import { noticeConcerns, type NoticeKind, templateOf, type Telling, type TemplateName } from '../../core/shared/notices'
import type { Instant } from '../../core/shared/operation'
import { Accounts } from './identity'
import { Messages } from './documents'
import type { Account } from './identity'
import type { Message } from './documents'
import { grouped } from '../../core/shared/grouped'
import { slicesOf } from './in-groups'
import { logFault } from './log'
import type { Ports } from './ports'
import { tally, type Delivery } from './tallies'

/** Messages sent at once, so that the caller need not wait for more; the timer sends the rest within minutes. */
const AT_ONCE = 100
/** Messages whose accounts are looked up together, and messages sent at a time. */
const BATCH = 100
const AT_A_TIME = 10
/** How often a message that WeChat fails to take is tried. */
const MOST_TRIES = 3

/** The id of the inbox row of one telling to one person. */
export const messageId = ({ kind, about }: Pick<Telling, 'kind' | 'about'>, memberId: string): string => `${kind}:${about}:${memberId}`

const messageOf = ({ now }: Pick<Ports, 'now'>, memberId: string, telling: Telling, rings: Pick<Message, 'push' | 'pushFrom'>): Message => {
  const { kind, title, text, page, fields } = telling
  return { _id: messageId(telling, memberId), memberId, kind, title, text, page, at: now, read: false, ...rings, fields }
}

/**
 * Tells people something: a row in each inbox, and the WeChat service message to every account of theirs; of a duty, only to those bound as the
 * person themself, not to family. The row's id follows from the
 * telling and the person, so telling twice is telling once. A refused service message (43101) leaves the inbox row, so no one is missed.
 * `quiet`: inbox only; `from`: no phone rings before; `atOnce`: how many are sent by this call, the others by `sendDue`. Answers how many people.
 */
export const tell = async (
  ports: Ports,
  memberIds: readonly string[],
  telling: Telling,
  { quiet = false, from = ports.now, atOnce = AT_ONCE }: { quiet?: boolean; from?: Instant; atOnce?: number } = {},
): Promise<number> => {
  const later = !quiet && from > ports.now
  const rings = quiet ? ({ push: 'none' } as const) : later ? ({ push: 'later', pushFrom: from } as const) : ({ push: 'due' } as const)
  const messages = [...new Set(memberIds)].map(memberId => messageOf(ports, memberId, telling, rings))
  if (messages.length === 0) return 0
  const first = quiet || later ? [] : messages.slice(0, atOnce)
  const [accounts] = await Promise.all([accountsFor(ports, first), ports.store.table(Messages).addAll(messages)])
  await sendAll(ports, first, accounts)
  return messages.length
}

/**
 * Tells each of many people something of their own: a row in each inbox, 500 to a request; the timer sends the service messages within minutes. Twice is once.
 */
export const tellEach = async (
  ports: Pick<Ports, 'store' | 'now'>,
  tellings: readonly { memberId: string; telling: Telling }[],
): Promise<void> => {
  const messages = tellings.map(({ memberId, telling }) => messageOf(ports, memberId, telling, { push: 'due' }))
  await ports.store.table(Messages).addAll(messages)
}

/**
 * Sends due messages of these kinds about one thing and what belongs to it, whatever else waits. Answers how many it looked at.
 */
export const sendDueAbout = async (ports: Ports, kinds: readonly NoticeKind[], about: string, limit: number): Promise<number> => {
  const table = ports.store.table(Messages)
  const found = await Promise.all(kinds.map(kind => table.find({ push: 'due', _id: { startsWith: `${kind}:${about}:` } }, { order: [['_id', 'asc']], limit }))) // prettier-ignore
  const due = found.flat().slice(0, limit)
  await sendThose(ports, due)
  return due.length
}

/**
 * Sends the oldest due messages, at most `limit`. A message is claimed before it is sent, so two senders never both send it; one that
 * WeChat fails to take (a fault, not a refusal) is due again, three times in all. Answers how many it looked at.
 */
export const sendDue = async (ports: Ports, limit: number): Promise<number> => {
  const table = ports.store.table(Messages)
  const [waiting, ripe] = await Promise.all([
    table.find({ push: 'due' }, { order: [['at', 'asc']], limit }),
    table.find({ push: 'later', pushFrom: { lte: ports.now } }, { order: [['pushFrom', 'asc']], limit }),
  ])
  if (ripe.length > 0) await table.update({ _id: { in: ripe.map(one => one._id) }, push: 'later' }, { set: { push: 'due' } })
  const due = [...waiting, ...ripe].slice(0, limit)
  await sendThose(ports, due)
  return due.length
}

const sendThose = async (ports: Ports, due: readonly Message[]): Promise<void> => {
  for (const batch of slicesOf(due, BATCH)) await sendAll(ports, batch, await accountsFor(ports, batch))
}

/** The accounts that these people have: their own and their family helpers'. */
export const accountsOf = async ({ store }: Pick<Ports, 'store'>, memberIds: readonly string[]): Promise<Account[]> =>
  memberIds.length === 0 ? [] : store.table(Accounts).find({ people: { in: memberIds } }, { limit: 1000 })

/** The accounts of these messages' readers. */
const accountsFor = (ports: Ports, messages: readonly Message[]): Promise<Account[]> =>
  accountsOf(ports, [...new Set(messages.map(one => one.memberId))])

interface Letter {
  message: Message
  openids: string[]
}

const letterOf = (message: Message, accounts: readonly Account[]): Letter => {
  const readers = accounts.filter(({ people, memberId }) =>
    noticeConcerns[message.kind] === 'duty' ? memberId === message.memberId : people.includes(message.memberId),
  )
  return { message, openids: readers.map(account => account._id) }
}

/** Sends due messages, few at a time: what is claimed when the process ends is not sent by another. */
const sendAll = async (ports: Ports, messages: readonly Message[], accounts: readonly Account[]): Promise<void> => {
  const letters = messages.map(message => letterOf(message, accounts))
  const unread = letters.filter(one => one.openids.length === 0).map(one => one.message._id)
  if (unread.length > 0) await ports.store.table(Messages).update({ _id: { in: unread }, push: 'due' }, { set: { push: 'none' } })
  const sendable = letters.filter(one => one.openids.length > 0)
  const happened: Happened[] = []
  for (let start = 0; start < sendable.length; start += AT_A_TIME)
    happened.push(...(await sendSome(ports, sendable.slice(start, start + AT_A_TIME))))
  const alike = [...grouped(happened, ({ what, of }) => `${what} ${of}`)]
  await tally(
    ports,
    alike.flatMap(([, some]) => (some[0] ? [{ ...some[0], times: some.length }] : [])),
  )
}

/** What became of a message at one account. */
interface Happened {
  what: Delivery
  of: TemplateName
}

/** Takes over the sending of these letters, which one sender only can; answers those it has. */
const claim = async ({ store, newId }: Ports, letters: readonly Letter[]): Promise<readonly Letter[]> => {
  const table = store.table(Messages)
  const sender = newId()
  const ids = letters.map(one => one.message._id)
  const claimed = await table.update({ _id: { in: ids }, push: 'due' }, { set: { push: 'sent', sender } })
  if (claimed === letters.length || claimed === 0) return claimed === 0 ? [] : letters
  const own = new Set((await table.getMany(ids)).filter(one => one.sender === sender).map(one => one._id))
  return letters.filter(one => own.has(one.message._id))
}

const sendSome = async (ports: Ports, letters: readonly Letter[]): Promise<Happened[]> => {
  const claimed = await claim(ports, letters)
  const results = await Promise.all(claimed.map(async one => ({ message: one.message, ...(await send(ports, one)) })))
  const unsent = results.filter(({ next }) => next.push !== 'sent')
  for (const [, alike] of grouped(unsent, ({ next }) => `${next.push} ${String(next.tries)}`)) {
    const _id = { in: alike.map(one => one.message._id) }
    if (alike[0]) await ports.store.table(Messages).update({ _id }, { set: alike[0].next })
  }
  return results.flatMap(({ message, outcomes }) => outcomes.map(what => ({ what, of: templateOf[message.kind] })))
}

/** Sends one letter to every account of its reader; answers what became of it at each, and the state of the message after it. */
const send = async ({ wechat }: Ports, { message, openids }: Letter) => {
  const outcomes: readonly Delivery[] = await Promise.all(
    openids.map(openid =>
      wechat.send(openid, { kind: message.kind, page: message.page, fields: message.fields }).catch((error: unknown) => {
        logFault(error, { message: message.kind })
        return 'failed' as const
      }),
    ),
  )
  return { outcomes, next: stateAfter(outcomes, message) }
}

/** The state of a message after it was sent to every account of its reader. */
const stateAfter = (outcomes: readonly Delivery[], message: Message): Pick<Message, 'push' | 'tries'> => {
  if (outcomes.includes('sent')) return { push: 'sent' }
  if (outcomes.every(one => one === 'no-template')) return { push: 'none' }
  const tries = (message.tries ?? 0) + 1
  return { push: !outcomes.includes('failed') ? 'refused' : tries < MOST_TRIES ? 'due' : 'failed', tries }
}
