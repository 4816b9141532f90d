import databaseIcon from 'lucide-static/icons/database.svg'
import panelIcon from 'lucide-static/icons/panel-right-close.svg'
import smartphone from 'lucide-static/icons/smartphone.svg'
import { createCallList } from './calls'
import { createChat } from './chat'
import { createClockPanel } from './clock-panel'
import * as cloud from './cloud'
import { createDataView } from './data-view'
import { button, byId, el, icon, reasonOf } from './dom'
import { createMessageList } from './messages'
import { createPhones, MOST_PHONES } from './phones'

/** The desk: phones side by side, and around them what the cloud does for them. */
async function start(): Promise<void> {
  const [people, templates, sent, calls, shared] = await Promise.all([
    cloud.people(),
    cloud.templates(),
    cloud.messages(),
    cloud.calls(),
    cloud.chat(),
  ])
  const add = byId('add-phone')

  const phones = createPhones(byId('phones'), people, () => {
    const url = new URL(location.href)
    url.searchParams.set('phones', phones.openids().join(','))
    history.replaceState(null, '', url)
    messageList.show(sent)
    chat.redraw()
    add.toggleAttribute('disabled', phones.openids().length >= MOST_PHONES)
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

  add.append(icon(smartphone), el('span', {}, '再放一部手机'))
  add.addEventListener('click', () => {
    const used = phones.openids()
    const next = people.find(person => !used.includes(person.openid)) ?? people[0]
    if (next !== undefined) phones.add(next.openid)
  })

  chooseView()
  chat.show(shared)
  byId('alone').append(icon(panelIcon), el('span', {}, '只看手机'))
  byId('alone').addEventListener('click', () => {
    const alone = byId('desk').classList.toggle('alone')
    byId('alone').setAttribute('aria-pressed', String(alone))
    phones.fit()
  })
  callList.show(calls)
  await clock.refresh()
  cloud.listen({
    message(message) {
      sent.push(message)
      messageList.show(sent)
      phones.announce(message, messageList.titleOf(message))
    },
    chat: chat.add,
    card: chat.update,
    call(invocation) {
      callList.add(invocation)
    },
    clock(change) {
      clock.said(change)
      phones.tell({ kind: 'clock', now: change.now, frozen: change.frozen })
    },
    away: () => {
      byId('offline').hidden = false
    },
    // What was missed is asked for anew; phones keep what is typed in them.
    back() {
      byId('offline').hidden = true
      void Promise.all([cloud.messages(), cloud.calls(), cloud.chat(), clock.refresh()]).then(([messages, invocations, items]) => {
        sent.splice(0, sent.length, ...messages)
        messageList.show(sent)
        callList.show(invocations)
        chat.show(items)
      })
    },
  })
}

/** The two views: the phones with what happens around them, and the data. `#data` opens the second. */
function chooseView(): void {
  const data = createDataView(byId('data'))
  const show = (view: 'desk' | 'data') => {
    byId('desk').hidden = view !== 'desk'
    byId('data').hidden = view !== 'data'
    for (const id of ['add-phone', 'alone']) byId(id).hidden = view !== 'desk'
    phonesButton.setAttribute('aria-pressed', String(view === 'desk'))
    dataButton.setAttribute('aria-pressed', String(view === 'data'))
    history.replaceState(null, '', view === 'data' ? '#data' : location.pathname + location.search)
    if (view === 'data') void data.refresh()
  }
  const phonesButton = button('手机', () => show('desk'), { icon: smartphone })
  const dataButton = button('数据', () => show('data'), { icon: databaseIcon })
  byId('views').append(phonesButton, dataButton)
  show(location.hash === '#data' ? 'data' : 'desk')
}

start().catch((error: unknown) => {
  byId('phones').append(el('p', { class: 'offline', role: 'alert' }, `桌面没有打开：${reasonOf(error)}。请刷新页面再试。`))
})
