import smartphone from 'lucide-static/icons/smartphone.svg'
import { createCallList } from './calls'
import { createChat } from './chat'
import { createClockPanel } from './clock-panel'
import * as cloud from './cloud'
import { byId, el, icon } from './dom'
import { createMessageList } from './messages'
import { createPhones } from './phones'

/** The desk: phones side by side, and around them what the cloud does for them. */
async function start(): Promise<void> {
  const [people, templates, sent, calls] = await Promise.all([cloud.people(), cloud.templates(), cloud.messages(), cloud.calls()])

  const phones = createPhones(byId('phones'), people, () => {
    const url = new URL(location.href)
    url.searchParams.set('phones', phones.openids().join(','))
    history.replaceState(null, '', url)
    messageList.show(sent)
    chat.redraw()
  })
  const messageList = createMessageList(byId('messages'), {
    people,
    templates,
    onDesk: phones.openids,
    onOpen: message => phones.open(message.touser, message.page),
  })
  const chat = createChat(byId('chat'), people, phones)
  const callList = createCallList(byId('calls'), people)
  const clock = createClockPanel(byId('clock'))

  const asked = new URLSearchParams(location.search).get('phones')
  const openids = asked === null || asked === '' ? people.slice(0, 2).map(person => person.openid) : asked.split(',')
  for (const openid of openids) phones.add(openid)

  const add = byId('add-phone')
  add.append(icon(smartphone), el('span', {}, '再放一部手机'))
  add.addEventListener('click', () => {
    const used = phones.openids()
    const next = people.find(person => !used.includes(person.openid)) ?? people[0]
    if (next !== undefined) phones.add(next.openid)
  })

  callList.show(calls)
  await clock.refresh()
  cloud.listen({
    message(message) {
      sent.push(message)
      messageList.show(sent)
      phones.announce(message, messageList.titleOf(message))
    },
    call(invocation) {
      callList.add(invocation)
    },
    clock(change) {
      clock.said(change)
      phones.tell({ kind: 'clock', now: change.now, frozen: change.frozen })
    },
    away: () => (byId('offline').hidden = false),
    // What was missed is asked for anew; phones keep what is typed in them.
    back() {
      byId('offline').hidden = true
      void Promise.all([cloud.messages(), cloud.calls(), clock.refresh()]).then(([messages, invocations]) => {
        sent.splice(0, sent.length, ...messages)
        messageList.show(sent)
        callList.show(invocations)
      })
    },
  })
}

start().catch((error: unknown) => {
  byId('phones').append(
    el(
      'p',
      { class: 'offline', role: 'alert' },
      `桌面没有打开：${error instanceof Error ? error.message : '本地云没有回应'}。请刷新页面再试。`,
    ),
  )
})
