import closeIcon from 'lucide-static/icons/x.svg'
import { el, icon, iconButton } from './dom'

/** What comes over the screen of a phone, such as a message; goes by itself, or when it is put away. */
export interface Banner {
  root: HTMLElement
  show: (picture: string, words: string, act?: () => void) => void
  quiet: () => void
}

/** How long it stays, ms; a message stays in the list of messages. */
const SHOWN_MS = 20_000

export function createBanner(): Banner {
  const root = el('div', { class: 'arrived', role: 'status' })
  let quietAt: number | undefined
  const quiet = () => {
    clearTimeout(quietAt)
    root.replaceChildren()
  }
  return {
    root,
    quiet,
    show(picture, words, act) {
      const inside = [icon(picture), el('span', {}, words)]
      const shown = act === undefined ? el('p', { class: 'words' }, ...inside) : el('button', { type: 'button', class: 'words' }, ...inside)
      if (act !== undefined) shown.addEventListener('click', act)
      root.replaceChildren(el('div', { class: 'banner' }, shown, iconButton('收起这条通知', closeIcon, quiet)))
      clearTimeout(quietAt)
      quietAt = window.setTimeout(quiet, SHOWN_MS)
    },
  }
}
