import bell from 'lucide-static/icons/bell.svg'
import type { Message, Person, Templates } from './cloud'
import { el, heading } from './dom'
import { shortText } from './time'

export interface MessageList {
  /** Shows all messages from the start, e.g. after others have taken the phones on the desk. */
  show: (messages: readonly Message[]) => void
  titleOf: (message: Message) => string
}

interface Parts {
  people: readonly Person[]
  templates: Templates
  /** Whose phones lie on the desk: their messages stand first and open. */
  onDesk: () => readonly string[]
  onOpen: (message: Message) => void
}

/** How many messages of one person are drawn; older ones are in `/outbox`. */
const SHOWN_PER_PERSON = 20

/** The service messages that were sent, by person. A tap opens the message's page on that person's phone. */
export function createMessageList(place: HTMLElement, { people, templates, onDesk, onOpen }: Parts): MessageList {
  const count = el('span', { class: 'count' })
  const list = el('div', { class: 'scroll', 'aria-live': 'polite', tabindex: 0, role: 'group', 'aria-label': '通知的列表' })
  place.append(heading('messages-title', bell, '服务通知', count), list)
  /** Whose messages were unfolded or folded by hand. */
  const chosen = new Map<string, boolean>()
  const nameOf = (openid: string) => people.find(person => person.openid === openid)?.name ?? openid
  const titleOf = (message: Message) => templates[message.template]?.title ?? message.template

  const draw = (message: Message) => {
    const labels = templates[message.template]?.fields ?? {}
    const fields = Object.entries(message.data).map(([key, { value }]) =>
      el('span', { class: 'field' }, el('span', { class: 'label' }, labels[key] ?? key), value),
    )
    const head = el(
      'span',
      { class: 'head' },
      el('span', { class: 'title' }, titleOf(message)),
      el('span', { class: 'time' }, shortText(message.at)),
    )
    const item = el('button', { type: 'button', class: 'message', 'data-message': message.id }, head, ...fields)
    item.addEventListener('click', () => onOpen(message))
    // As it was sent, for readers who need more than the words of its template.
    const raw = el('details', { class: 'raw' }, el('summary', {}, '原样'), el('pre', {}, JSON.stringify(message, null, 2)))
    return el('li', {}, item, raw)
  }

  return {
    titleOf,
    show(messages) {
      count.textContent = messages.length === 0 ? '' : `共 ${messages.length} 条`
      if (messages.length === 0) {
        list.replaceChildren(el('p', { class: 'empty' }, '发给某个人的服务通知会出现在这里，点一下就在那个人的手机上打开。'))
        return
      }
      const first = onDesk()
      const owners = [...new Set(messages.map(message => message.touser).reverse())]
      owners.sort((a, b) => Number(first.includes(b)) - Number(first.includes(a)))
      list.replaceChildren(
        ...owners.map(openid => {
          const own = messages.filter(message => message.touser === openid).reverse()
          const group = el('details', { open: chosen.get(openid) ?? first.includes(openid) })
          const summary = el('summary', {}, `${nameOf(openid)} · ${own.length} 条`)
          summary.addEventListener('click', () => chosen.set(openid, !group.open))
          group.append(summary, el('ol', {}, ...own.slice(0, SHOWN_PER_PERSON).map(draw)))
          return group
        }),
      )
    },
  }
}
