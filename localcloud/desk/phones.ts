import largeLetters from 'lucide-static/icons/a-large-small.svg'
import bell from 'lucide-static/icons/bell.svg'
import reloadIcon from 'lucide-static/icons/rotate-cw.svg'
import closeIcon from 'lucide-static/icons/x.svg'
import type { Message, Person } from './cloud'
import { button, el, icon } from './dom'

export interface Phones {
  add: (openid: string) => void
  /** Whose phones lie on the desk, in order. */
  openids: () => string[]
  nameAt: (window: MessageEventSource | null) => string | undefined
  /** Opens a page (path with query, '' for the first page) on the phone of this person; the last phone becomes theirs if they have none. */
  open: (openid: string, page: string) => void
  /** Shows above the person's phone that a message has come. */
  announce: (message: Message, title: string) => void
  /** Tells every phone something by postMessage. */
  tell: (message: unknown) => void
}

interface Phone {
  root: HTMLElement
  openid: () => string
  become: (openid: string, page: string) => void
  announce: (message: Message, title: string) => void
  frame: HTMLIFrameElement
}

/** The phones side by side in `place`. `onChange` is told when a phone changes hands, comes or goes. */
export function createPhones(place: HTMLElement, people: readonly Person[], onChange: () => void): Phones {
  const phones: Phone[] = []

  const close = (phone: Phone) => {
    phones.splice(phones.indexOf(phone), 1)
    phone.root.remove()
    renumber()
    onChange()
  }
  const renumber = () => {
    for (const [index, { root }] of phones.entries()) {
      root.dataset['phone'] = String(index + 1)
      root.setAttribute('aria-label', `手机 ${index + 1}`)
    }
  }
  const of = (openid: string) => phones.find(phone => phone.openid() === openid)

  return {
    add(openid) {
      const phone: Phone = createPhone(people, openid, onChange, () => close(phone))
      phones.push(phone)
      place.append(phone.root)
      renumber()
      onChange()
    },
    openids: () => phones.map(phone => phone.openid()),
    nameAt(window) {
      const openid = phones.find(({ frame }) => frame.contentWindow === window)?.openid()
      return people.find(person => person.openid === openid)?.name ?? openid
    },
    open(openid, page) {
      const phone = of(openid) ?? phones.at(-1)
      phone?.become(openid, page)
      phone?.root.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
    announce: (message, title) => of(message.touser)?.announce(message, title),
    tell(message) {
      for (const { frame } of phones) frame.contentWindow?.postMessage(message, location.origin)
    },
  }
}

function createPhone(people: readonly Person[], first: string, onChange: () => void, onClose: () => void): Phone {
  let openid = first
  let large = false
  const note = el('p', { class: 'note' })
  const arrived = el('div', { class: 'arrived', role: 'status' })
  const frame = el('iframe', { width: 375, height: 720, allow: 'clipboard-read; clipboard-write' })
  const picker = el('select', { 'aria-label': '这部手机归谁用' })
  const known = people.some(person => person.openid === first)
  const choices = known ? people : [{ openid: first, name: first, note: '' }, ...people]
  picker.append(...choices.map(person => el('option', { value: person.openid }, person.name)))

  const load = (page = '') => {
    const person = choices.find(one => one.openid === openid)
    picker.value = openid
    note.textContent = person?.note ?? ''
    note.title = note.textContent
    frame.title = `${person?.name ?? openid}的手机`
    const hash = page === '' ? '' : `#/${page.replace(/^\//, '')}`
    frame.src = `/phone/index.html?as=${encodeURIComponent(openid)}${large ? '&large=1' : ''}${hash}`
  }
  const quiet = () => {
    arrived.className = 'arrived'
    arrived.replaceChildren(icon(bell), '没有新的服务通知')
  }
  const become = (next: string, page: string) => {
    const other = next !== openid
    openid = next
    quiet()
    load(page)
    if (other) onChange()
  }

  const letters = button(
    '大字',
    () => {
      large = !large
      letters.setAttribute('aria-pressed', String(large))
      load()
    },
    { icon: largeLetters, title: '用大字打开' },
  )
  letters.setAttribute('aria-pressed', 'false')
  const reload = el(
    'button',
    { type: 'button', class: 'icon-button', title: '重新打开这部手机', 'aria-label': '重新打开这部手机' },
    icon(reloadIcon),
  )
  reload.addEventListener('click', () => frame.contentWindow?.location.reload())
  const remove = el(
    'button',
    { type: 'button', class: 'icon-button', title: '收起这部手机', 'aria-label': '收起这部手机' },
    icon(closeIcon),
  )
  remove.addEventListener('click', onClose)
  picker.addEventListener('change', () => become(picker.value, ''))

  const root = el(
    'section',
    { class: 'phone' },
    el('div', { class: 'phone-bar' }, picker, letters, reload, remove),
    note,
    arrived,
    el('div', { class: 'frame' }, frame),
  )
  quiet()
  load()
  return {
    root,
    frame,
    openid: () => openid,
    become,
    announce(message, title) {
      const words = Object.values(message.data)[0]?.value ?? ''
      const show = el('button', { type: 'button' }, icon(bell), el('span', { class: 'words' }, `${title}：${words}`))
      show.addEventListener('click', () => become(openid, message.page))
      arrived.className = 'arrived new'
      arrived.replaceChildren(show)
    },
  }
}
