import type { Message, Person } from './cloud'
import { createPhone, FRAME, type Phone, type PhoneSetting } from './phone'

export interface Phones {
  add: (setting: PhoneSetting) => void
  /** How the phones on the desk are set, in order. */
  settings: () => PhoneSetting[]
  /** Whose phones lie on the desk, in order. */
  openids: () => string[]
  openidAt: (window: MessageEventSource | null) => string | undefined
  /** Opens a page (path with query, '' for the first page) on the phone of this person; the last phone becomes theirs if they have none. */
  open: (openid: string, page: string) => void
  /** Shows on the person's phone that a message has come. */
  announce: (message: Message, title: string) => void
  /** Tells every phone something by postMessage. */
  tell: (message: unknown) => void
  /** Works out the size of the phones again, after what stands beside them has come or gone. */
  fit: () => void
}

/** How many phones the desk has room for. */
export const MOST_PHONES = 4

/** What stands beside the phones needs so many pixels, below which it moves under them. */
const PANELS_WIDTH = 400
const SMALLEST_SCALE = 0.55
const LARGEST_SCALE = 1.25
const GAP = 16

/** The phones side by side in `place`. `onChange` is told when a phone changes hands, is reset, comes or goes. */
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
    fit()
  }
  const of = (openid: string) => phones.find(phone => phone.openid() === openid)

  /** Makes the phones as large as the window lets them all stand wholly side by side. */
  function fit(): void {
    const count = Math.max(1, phones.length)
    const head = phones[0]?.headHeight() ?? 0
    const top = place.getBoundingClientRect().top + window.scrollY
    const byHeight = (window.innerHeight - top - head - GAP) / FRAME.height
    const beside = place.parentElement?.classList.contains('alone') === true ? 0 : PANELS_WIDTH
    const byWidth = (window.innerWidth - beside - GAP * (count + 2)) / count / FRAME.width
    const scale = Math.max(SMALLEST_SCALE, Math.min(LARGEST_SCALE, byHeight, byWidth))
    place.style.setProperty('--scale', scale.toFixed(3))
  }
  window.addEventListener('resize', fit)

  return {
    fit,
    settings: () => phones.map(phone => phone.setting()),
    add(setting) {
      if (phones.length >= MOST_PHONES) return
      const phone: Phone = createPhone(people, setting, onChange, () => close(phone))
      phones.push(phone)
      place.append(phone.root)
      renumber()
      onChange()
    },
    openids: () => phones.map(phone => phone.openid()),
    openidAt: window => phones.find(({ frame }) => frame.contentWindow === window)?.openid(),
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
