import largeLetters from 'lucide-static/icons/a-large-small.svg'
import bell from 'lucide-static/icons/bell.svg'
import reloadIcon from 'lucide-static/icons/rotate-cw.svg'
import scanIcon from 'lucide-static/icons/scan-line.svg'
import networkOff from 'lucide-static/icons/wifi-off.svg'
import closeIcon from 'lucide-static/icons/x.svg'
import { createBanner } from './banner'
import type { Message, Person } from './cloud'
import { button, el, iconButton } from './dom'
import { createPersonPicker } from './person-picker'
import { createPointer } from './pointer'

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
  /** Says over its screen what came of scanning. */
  say: (words: string) => void
  frame: HTMLIFrameElement
  /** Points at a control of its page, or at nothing. */
  pointAt: (target: Element | undefined) => void
  /** Points at the button that scans, or no more. */
  pointAtScan: (on: boolean) => void
  /** Height of what stands above the phone itself, px. */
  headHeight: () => number
}

/** What a phone tells the desk around it. */
interface Told {
  onChange: () => void
  onClose: () => void
  onScan: () => void
}

export function createPhone(people: readonly Person[], first: PhoneSetting, { onChange, onClose, onScan }: Told): Phone {
  let { openid, large, offline } = first
  const banner = createBanner()
  const pointer = createPointer()
  const frame = el('iframe', { width: 375, height: 720, allow: 'clipboard-read; clipboard-write; camera; microphone; geolocation' })
  const known = people.some(person => person.openid === openid)
  const choices = known ? people : [{ openid, name: openid, note: '', group: '' }, ...people]
  const picker = createPersonPicker(choices, picked => become(picked, ''))
  let program = ''
  /** Whether that program runs by now: while it is only just starting it does not hear that the page in its address has changed. */
  let running = false
  let restarts = 0
  frame.addEventListener('load', () => {
    running = true
  })

  const load = (page = '') => {
    const person = choices.find(one => one.openid === openid)
    picker.show(openid)
    frame.title = `${person?.name ?? openid}的手机`
    const hash = page === '' ? '' : `#/${page.replace(/^\//, '')}`
    if (program !== '' && !running) restarts += 1
    const next = `/phone/index.html?as=${encodeURIComponent(openid)}${large ? '&large=1' : ''}${restarts > 0 ? `&restart=${restarts}` : ''}`
    running &&= next === program && hash !== ''
    program = next
    frame.src = `${program}${hash}`
  }
  const become = (next: string, page: string) => {
    const other = next !== openid
    openid = next
    banner.quiet()
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
  const scan = button('扫一扫旁边的码', onScan, { icon: scanIcon, title: '像用微信扫一扫，扫旁边手机上的码', class: 'button small scan' })

  const head = el(
    'div',
    { class: 'phone-head' },
    el('div', { class: 'phone-bar' }, picker.root, reload, remove),
    el('div', { class: 'phone-bar' }, scan, letters, network),
  )
  const screen = el('div', { class: 'frame' }, frame, pointer.root, banner.root)
  const root = el('section', { class: 'phone' }, head, el('div', { class: 'room' }, screen))
  switchNetwork()
  load()
  return {
    root,
    frame,
    openid: () => openid,
    setting: () => ({ openid, large, offline }),
    become,
    pointAt: pointer.at,
    pointAtScan: on => scan.classList.toggle('pointed', on),
    headHeight: () => head.getBoundingClientRect().height,
    announce(message, title) {
      const words = Object.values(message.data)[0]?.value ?? ''
      banner.show(bell, `${title}：${words}`, () => become(openid, message.page))
    },
    say: words => banner.show(scanIcon, words),
  }
}
