import messagesSquare from 'lucide-static/icons/messages-square.svg'
import * as z from 'zod/mini'
import type { Person } from './cloud'
import { button, el, heading } from './dom'
import type { Phones } from './phones'

/** What a phone tells the desk when its owner forwards a page to the group chat. */
const sharedSchema = z.object({ kind: z.literal('share'), title: z.string(), path: z.string() })

/** A group chat: cards that phones forward appear here and open on any phone of the desk. */
export function createChat(place: HTMLElement, people: readonly Person[], phones: Phones): { redraw: () => void } {
  const cards: { from: string; title: string; path: string }[] = []
  const list = el('ol', { class: 'scroll', 'aria-live': 'polite' })
  place.append(heading('chat-title', messagesSquare, '群聊'), list)
  const nameOf = (openid: string) => people.find(person => person.openid === openid)?.name ?? openid

  const redraw = () => {
    if (cards.length === 0) {
      list.replaceChildren(el('li', { class: 'empty' }, '手机上转发到群里的卡片会出现在这里，可以用别的手机打开。'))
      return
    }
    const draw = ({ from, title, path }: (typeof cards)[number]) =>
      el(
        'li',
        { class: 'card' },
        el('p', {}, `${from} 转发了「${title}」`),
        el('div', { class: 'row' }, ...phones.openids().map(openid => button(`${nameOf(openid)} 打开`, () => phones.open(openid, path)))),
      )
    list.replaceChildren(...cards.map(draw).reverse())
  }

  window.addEventListener('message', event => {
    if (event.origin !== location.origin) return
    const shared = sharedSchema.safeParse(event.data)
    if (!shared.success) return
    cards.push({ from: phones.nameAt(event.source) ?? '有人', title: shared.data.title, path: shared.data.path })
    redraw()
  })
  redraw()
  return { redraw }
}
