import overviewIcon from 'lucide-static/icons/cloud.svg'
import databaseIcon from 'lucide-static/icons/database.svg'
import panelIcon from 'lucide-static/icons/panel-right-close.svg'
import smartphone from 'lucide-static/icons/smartphone.svg'
import { settingsIn, withSettings } from './address'
import { createCallList } from './calls'
import { createChat } from './chat'
import { createClockPanel } from './clock-panel'
import * as cloud from './cloud'
import { createDataView } from './data-view'
import { button, byId, el, icon, reasonOf } from './dom'
import { createMessageList } from './messages'
import { createOverview, type Overview } from './overview'
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
    history.replaceState(null, '', withSettings(location.href, phones.settings()))
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

  const settings = settingsIn(
    location.search,
    people.slice(0, 2).map(person => person.openid),
  )
  for (const setting of settings) phones.add(setting)

  add.append(icon(smartphone), el('span', {}, '再放一部手机'))
  add.addEventListener('click', () => {
    const used = phones.openids()
    const next = people.find(person => !used.includes(person.openid)) ?? people[0]
    if (next !== undefined) phones.add({ openid: next.openid, large: false, offline: false })
  })

  const overview = createOverview(byId('overview'), target => clock.goTo(target))
  chooseView(overview)
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
      void overview.refresh()
      phones.tell({ kind: 'clock', now: change.now, frozen: change.frozen })
    },
    away: () => {
      byId('offline').hidden = false
    },
    // What was missed is asked for again; phones keep what is typed in them.
    back() {
      const wasAway = !byId('offline').hidden
      byId('offline').hidden = true
      void Promise.all([cloud.messages(), cloud.calls(), cloud.chat(), cloud.clock()]).then(([messages, invocations, items, time]) => {
        clock.show(time)
        if (wasAway) phones.tell({ kind: 'clock', ...time })
        sent.splice(0, sent.length, ...messages)
        messageList.show(sent)
        callList.show(invocations)
        chat.show(items)
      })
    },
  })
}

/** The views: the phones with what happens around them, the data, and the cloud as a whole. `#data` and `#overview` open the latter two. */
function chooseView(overview: Overview): void {
  const data = createDataView(byId('data'))
  const views = [
    { name: 'desk', label: '手机', picture: smartphone, refresh: () => Promise.resolve() },
    { name: 'data', label: '数据', picture: databaseIcon, refresh: data.refresh },
    { name: 'overview', label: '概况', picture: overviewIcon, refresh: overview.refresh },
  ].map(view => ({ ...view, button: button(view.label, () => show(view.name), { icon: view.picture }) }))
  const show = (chosen: string) => {
    for (const view of views) {
      byId(view.name).hidden = view.name !== chosen
      view.button.setAttribute('aria-pressed', String(view.name === chosen))
      if (view.name === chosen) void view.refresh()
    }
    for (const id of ['add-phone', 'alone', 'hint']) byId(id).hidden = chosen !== 'desk'
    history.replaceState(null, '', location.pathname + location.search + (chosen === 'desk' ? '' : `#${chosen}`))
  }
  byId('views').append(...views.map(view => view.button))
  const asked = location.hash.slice(1)
  show(views.some(view => view.name === asked) ? asked : 'desk')
}

start().catch((error: unknown) => {
  byId('phones').append(el('p', { class: 'offline', role: 'alert' }, `桌面没有打开：${reasonOf(error)}。请刷新页面再试。`))
})
