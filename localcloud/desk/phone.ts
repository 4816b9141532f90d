import largeLetters from 'lucide-static/icons/a-large-small.svg'
import bell from 'lucide-static/icons/bell.svg'
import reloadIcon from 'lucide-static/icons/rotate-cw.svg'
import networkOff from 'lucide-static/icons/wifi-off.svg'
import closeIcon from 'lucide-static/icons/x.svg'
import type { Message, Person } from './cloud'
import { button, el, icon } from './dom'

/** How a phone is set. */
export interface PhoneSetting {
  openid: string
  large: boolean
  /** Its network is switched off. */
  offline: boolean
}

/** One phone of the desk. */
export interface Phone {
  root: HTMLElement
  openid: () => string
  setting: () => PhoneSetting
  become: (openid: string, page: string) => void
  announce: (message: Message, title: string) => void
  frame: HTMLIFrameElement
  /** Height of what stands above the phone itself, px. */
  headHeight: () => number
}

/** A phone with its rim, before it is scaled, px (desk.css has the same). */
export const FRAME = { width: 395, height: 748 }

/** How long a message that has come stands over the screen, ms; it stays in the list of messages. */
const ANNOUNCED_MS = 20_000

export function createPhone(people: readonly Person[], first: PhoneSetting, onChange: () => void, onClose: () => void): Phone {
  let { openid, large, offline } = first
  let quietAt: number | undefined
  const note = el('p', { class: 'note' })
  const arrived = el('div', { class: 'arrived', role: 'status' })
  const frame = el('iframe', { width: 375, height: 720, allow: 'clipboard-read; clipboard-write; camera; microphone; geolocation' })
  const picker = el('select', { 'aria-label': '这部手机归谁用' })
  const known = people.some(person => person.openid === openid)
  const choices = known ? people : [{ openid, name: openid, note: '' }, ...people]
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
    clearTimeout(quietAt)
    arrived.replaceChildren()
  }
  const become = (next: string, page: string) => {
    const other = next !== openid
    openid = next
    quiet()
    load(page)
    if (other) onChange()
  }

  /** A button that stays pressed. */
  const toggle = (label: string, picture: string, title: string, isPressed: boolean, onToggle: (pressed: boolean) => void) => {
    const flip = () => {
      const pressed = one.getAttribute('aria-pressed') !== 'true'
      one.setAttribute('aria-pressed', String(pressed))
      onToggle(pressed)
      onChange()
    }
    const one = button(label, flip, { icon: picture, title, class: 'button small' })
    one.setAttribute('aria-pressed', String(isPressed))
    return one
  }
  const iconButton = (label: string, picture: string, onTap: () => void) => {
    const one = el('button', { type: 'button', class: 'icon-button', title: label, 'aria-label': label }, icon(picture))
    one.addEventListener('click', onTap)
    return one
  }

  const letters = toggle('大字', largeLetters, '用大字打开', large, pressed => {
    large = pressed
    load()
  })
  const switchNetwork = () => {
    if (offline) frame.dataset['network'] = 'off'
    else delete frame.dataset['network']
    root.classList.toggle('cut-off', offline)
  }
  const network = toggle('断网', networkOff, '这部手机没有网络', offline, pressed => {
    offline = pressed
    switchNetwork()
    frame.contentWindow?.dispatchEvent(new Event(pressed ? 'offline' : 'online'))
  })
  const reload = iconButton('重新打开这部手机', reloadIcon, () => frame.contentWindow?.location.reload())
  const remove = iconButton('收起这部手机', closeIcon, onClose)
  picker.addEventListener('change', () => become(picker.value, ''))

  const head = el(
    'div',
    { class: 'phone-head' },
    el('div', { class: 'phone-bar' }, picker, reload, remove),
    el('div', { class: 'phone-bar' }, note, letters, network),
  )
  const screen = el('div', { class: 'frame' }, frame, arrived)
  const root = el('section', { class: 'phone' }, head, el('div', { class: 'room' }, screen))
  switchNetwork()
  load()
  return {
    root,
    frame,
    openid: () => openid,
    setting: () => ({ openid, large, offline }),
    become,
    headHeight: () => head.getBoundingClientRect().height,
    announce(message, title) {
      const words = Object.values(message.data)[0]?.value ?? ''
      const show = el('button', { type: 'button', class: 'words' }, icon(bell), el('span', {}, `${title}：${words}`))
      show.addEventListener('click', () => become(openid, message.page))
      const dismiss = iconButton('收起这条通知', closeIcon, quiet)
      arrived.replaceChildren(el('div', { class: 'banner' }, show, dismiss))
      clearTimeout(quietAt)
      quietAt = window.setTimeout(quiet, ANNOUNCED_MS)
    },
  }
}
