import panelIcon from 'lucide-static/icons/panel-right-close.svg'
import smartphone from 'lucide-static/icons/smartphone.svg'
import { settingsIn, withSettings } from './address'
import { createCallList } from './calls'
import { createChat } from './chat'
import { createClockPanel } from './clock-panel'
import * as cloud from './cloud'
import { byId, el, icon, reasonOf } from './dom'
import { createMessageList } from './messages'
import { createOverview } from './overview'
import { createPhones, MOST_PHONES } from './phones'
import { createSteps } from './steps'
import { chooseView } from './views'

/** What is said where a project says nothing of itself. */
const ABOUT = ['这里的手机和云都在您自己的电脑上。', '选好每部手机归谁用，像在自己手机上一样点。']

/** The desk: phones side by side, and around them what the cloud does for them. */
async function start(): Promise<void> {
  const [people, templates, introduction, sent, calls, shared] = await Promise.all([
    cloud.people(),
    cloud.templates(),
    cloud.introduction(),
    cloud.messages(),
    cloud.calls(),
    cloud.chat(),
  ])
  introduce(introduction)
  const add = byId('add-phone')
  add.append(icon(smartphone), el('span', {}, '再放一部手机'))
  byId('alone').append(icon(panelIcon), el('span', {}, '只看手机'))

  const onChange = () => {
    history.replaceState(null, '', withSettings(location.href, phones.settings()))
    messageList.show(sent)
    chat.redraw()
    add.toggleAttribute('disabled', phones.openids().length >= MOST_PHONES)
  }
  const phones = createPhones(byId('phones'), { people, links: introduction.links, onChange })
  const messageList = createMessageList(byId('messages'), {
    people,
    templates,
    onDesk: phones.openids,
    onOpen: message => phones.open(message.touser, message.page),
  })
  const chat = createChat(byId('chat'), people, phones)
  const callList = createCallList(byId('calls'), people)
  const clock = createClockPanel(byId('clock'))
  const steps = createSteps(byId('steps'), { steps: introduction.steps, phones, now: clock.now, goTo: clock.goTo })

  const settings = settingsIn(
    location.search,
    people.slice(0, 2).map(person => person.openid),
  )
  for (const setting of settings) phones.add(setting)

  add.addEventListener('click', () => {
    const used = phones.openids()
    const next = people.find(person => !used.includes(person.openid)) ?? people[0]
    if (next !== undefined) phones.add({ openid: next.openid, large: false, offline: false })
  })

  const overview = createOverview(byId('overview'), target => clock.goTo(target))
  chooseView(overview)
  // What is at the top decides how much is left for the phones.
  new ResizeObserver(phones.fit).observe(byId('top'))
  chat.show(shared)
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
      steps.heard(invocation)
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

/** Says at the top what this is. */
function introduce({ title, about }: cloud.Introduction): void {
  if (title !== undefined) document.title = byId('title').textContent = title
  byId('about').append(...(about.length === 0 ? ABOUT : about).map(sentence => el('p', {}, sentence)))
}

start().catch((error: unknown) => {
  byId('phones').append(el('p', { class: 'offline', role: 'alert' }, `桌面没有打开：${reasonOf(error)}。请刷新页面再试。`))
})
