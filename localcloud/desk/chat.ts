import ended from 'lucide-static/icons/circle-check.svg'
import begun from 'lucide-static/icons/circle-play.svg'
import smartphone from 'lucide-static/icons/link.svg'
import messagesSquare from 'lucide-static/icons/messages-square.svg'
import joining from 'lucide-static/icons/users.svg'
import { share, sharedSchema, type Card, type ChatItem, type Person } from './cloud'
import { button, el, heading, icon, reasonOf } from './dom'
import type { Phones } from './phones'
import { shortText } from './time'

/** The group's identity (`openGId`): a page opened from it has it in its address as `chat`, where WeChat would tell it by getGroupEnterInfo. */
const GROUP = 'desk-group'
const fromGroup = (page: string) => `${page}${page.includes('?') ? '&' : '?'}chat=${GROUP}`

export interface Chat {
  /** Shows these cards (oldest first) in the place of all. */
  show: (items: readonly ChatItem[]) => void
  add: (item: ChatItem) => void
  /** An updatable card has changed. */
  update: (card: Card) => void
  redraw: () => void
}

/** What an updatable card says of itself, in WeChat's words. */
function stateOf({ card, ...first }: ChatItem): { text: string; picture: string; kind: string } | undefined {
  if (card === undefined) return undefined
  if (card.state === 1) return { text: '已开始', picture: begun, kind: 'begun' }
  if (card.state === 2) return { text: '已结束', picture: ended, kind: 'ended' }
  const [count, limit] = [card.memberCount ?? first.memberCount, card.roomLimit ?? first.roomLimit]
  const text = count === undefined ? '未开始' : `成员正在加入，当前 ${count}${limit === undefined ? '' : `/${limit}`} 人`
  return { text, picture: joining, kind: 'joining' }
}

/** The card's picture; a card whose picture cannot be had goes without. */
function pictureAt(src: string): HTMLElement {
  const picture = el('img', { src, alt: '' })
  picture.addEventListener('error', () => picture.remove())
  return picture
}

/** A group chat: cards that phones forward appear here and open on any phone of the desk. */
export function createChat(place: HTMLElement, people: readonly Person[], phones: Phones): Chat {
  let items: ChatItem[] = []
  const list = el('ol', { class: 'scroll talk', 'aria-live': 'polite', tabindex: 0, 'aria-label': '群里的卡片' })
  const said = el('p', { class: 'said', role: 'status' })
  place.append(heading('chat-title', messagesSquare, '群聊'), said, list)
  const nameOf = (openid: string) => people.find(person => person.openid === openid)?.name ?? (openid === '' ? '有人' : openid)

  const draw = (item: ChatItem) => {
    const state = stateOf(item)
    const page = item.card?.state === 1 ? (item.card.path ?? item.path) : item.path
    const name = nameOf(item.openid)
    const bubble = el('div', { class: 'bubble' }, el('p', { class: 'title' }, item.title))
    if (item.imageUrl !== undefined && item.imageUrl !== '') bubble.append(pictureAt(item.imageUrl))
    if (state !== undefined) bubble.append(el('p', { class: `state ${state.kind}` }, icon(state.picture), state.text))
    bubble.append(el('p', { class: 'kind' }, icon(smartphone), '小程序'))
    const open = phones.openids().map(openid => button(`${nameOf(openid)} 打开`, () => phones.open(openid, fromGroup(page))))
    return el(
      'li',
      { class: 'card', 'data-card': item.id },
      el('span', { class: 'face', 'aria-hidden': 'true' }, name.slice(0, 1)),
      el(
        'div',
        { class: 'told' },
        el('p', { class: 'from' }, `${name} 转发`, el('span', { class: 'time' }, shortText(item.at))),
        bubble,
        el('div', { class: 'row' }, ...open),
      ),
    )
  }
  const redraw = () => {
    const empty = el('li', { class: 'empty' }, '手机上转发到群里的卡片会出现在这里，可以用别的手机打开。')
    list.replaceChildren(...(items.length === 0 ? [empty] : items.map(draw).reverse()))
  }

  window.addEventListener('message', event => {
    if (event.origin !== location.origin) return
    const shared = sharedSchema.safeParse(event.data)
    if (!shared.success) return
    said.textContent = ''
    share(phones.openidAt(event.source) ?? '', shared.data).catch((error: unknown) => {
      said.textContent = `没有转发成：${reasonOf(error)}。请再转发一次。`
    })
  })
  redraw()
  return {
    redraw,
    show(next) {
      items = [...next]
      redraw()
    },
    add(item) {
      items = [...items.filter(one => one.id !== item.id), item]
      redraw()
    },
    update(card) {
      items = items.map(item => (item.activityId === card.activityId ? { ...item, card } : item))
      redraw()
    },
  }
}
