import { codeOn } from './code-reader'
import type { Introduction, Message, Person } from './cloud'
import { fitting, GAP } from './fitting'
import { createPhone, type Phone, type PhoneSetting } from './phone'
import { pageFor } from './scanned-page'

export interface Phones {
  add: (setting: PhoneSetting) => void
  /** How the phones on the desk are set, in order. */
  settings: () => PhoneSetting[]
  /** Whose phones lie on the desk, in order. */
  openids: () => string[]
  openidAt: (window: MessageEventSource | null) => string | undefined
  /** The phone of this person, where it lies on the desk. */
  of: (openid: string) => Phone | undefined
  /** Sees to it that each of these people has a phone on the desk; others give theirs up where there is no more room. */
  seat: (openids: readonly string[]) => void
  /** Opens a page (path with query, '' for the first page) on the phone of this person; the last phone becomes theirs if they have none. */
  open: (openid: string, page: string) => void
  /** Shows on the person's phone that a message has come. */
  announce: (message: Message, title: string) => void
  /** Tells every phone something by postMessage. */
  tell: (message: unknown) => void
  /** Points at nothing any more. */
  pointAtNothing: () => void
  /** Works out the size of the phones again, after what stands beside them has come or gone. */
  fit: () => void
}

interface Parts {
  people: readonly Person[]
  links: Introduction['links']
  /** Is told when a phone changes hands, is reset, comes or goes. */
  onChange: () => void
}

/** How many phones the desk has room for. */
export const MOST_PHONES = 4

/** The phones side by side in `place`. */
export function createPhones(place: HTMLElement, { people, links, onChange }: Parts): Phones {
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
  const add = (setting: PhoneSetting) => {
    if (phones.length >= MOST_PHONES) return
    const told = { onChange, onClose: () => close(phone), onScan: () => void scan(phone) }
    const phone: Phone = createPhone(people, setting, told)
    phones.push(phone)
    place.append(phone.root)
    renumber()
    onChange()
  }

  /** Opens what WeChat would open for the first code that another phone shows. */
  async function scan(phone: Phone): Promise<void> {
    for (const other of phones) {
      const text = other === phone ? undefined : await codeOn(other.frame)
      if (text === undefined) continue
      const page = pageFor(text, links)
      if (page === undefined) phone.say(`这个码不打开小程序，里面写着：${text}`)
      else phone.become(phone.openid(), page)
      return
    }
    phone.say('旁边的手机上没有看到码，请先在那部手机上把码打开。')
  }

  /** Makes the phones as large as the window lets them all stand wholly side by side. */
  function fit(): void {
    const desk = place.parentElement
    const { scale, isNarrow } = fitting({
      ...{ width: window.innerWidth, height: window.innerHeight, top: place.getBoundingClientRect().top + window.scrollY },
      ...{ head: phones[0]?.headHeight() ?? 0, phones: Math.max(1, phones.length), steps: stepsWidth(desk) },
      isAlone: desk?.classList.contains('alone') === true,
    })
    desk?.classList.toggle('narrow', isNarrow)
    place.style.setProperty('--scale', scale.toFixed(3))
  }
  window.addEventListener('resize', fit)

  return {
    fit,
    of,
    add,
    settings: () => phones.map(phone => phone.setting()),
    openids: () => phones.map(phone => phone.openid()),
    openidAt: window => phones.find(({ frame }) => frame.contentWindow === window)?.openid(),
    seat(openids) {
      for (const openid of openids.filter(one => of(one) === undefined)) {
        const spare = phones.findLast(phone => !openids.includes(phone.openid()))
        if (spare === undefined) add({ openid, large: false, offline: false })
        else spare.become(openid, '')
      }
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
    pointAtNothing() {
      for (const phone of phones) {
        phone.pointAt(undefined)
        phone.pointAtScan(false)
      }
    },
  }
}

/** What the steps take on the left, px (desk-steps.css has the same); nothing while they are put away. */
function stepsWidth(desk: HTMLElement | null): number {
  const steps = desk?.querySelector<HTMLElement>('.steps-rail')
  return steps === null || steps === undefined || steps.hidden ? 0 : 260 + GAP
}
