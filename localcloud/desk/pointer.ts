import { el } from './dom'
import { isInSight } from './screen'

/** A ring round the control of a phone that is to be pressed next. It lies over the frame, so that the page inside knows nothing of it. */
export interface Pointer {
  root: HTMLElement
  /** Points at an element of the phone's page; nothing takes the ring away. To be said again and again, since pages move. */
  at: (target: Element | undefined) => void
}

/** How far the ring stands off, px. */
const MARGIN = 5
/** After so many looks at which it was in sight, a person who scrolls away is not pulled back. */
const SETTLED = 3

export function createPointer(): Pointer {
  const words = el('span')
  const root = el('div', { class: 'pointer', 'aria-hidden': 'true', hidden: true }, words)
  let last: Element | undefined
  let looks = 0

  const show = (
    kind: 'here' | 'above' | 'below',
    text: string,
    { left, top, width, height }: Record<'left' | 'top' | 'width' | 'height', number>,
  ) => {
    root.dataset['kind'] = kind
    words.textContent = text
    root.classList.toggle('low', top < 40)
    Object.assign(root.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` })
  }

  return {
    root,
    at(target) {
      root.hidden = target === undefined
      if (target !== last) looks = 0
      last = target
      if (target === undefined) return
      if (isInSight(target)) looks += 1
      else if (looks < SETTLED) target.scrollIntoView({ block: 'center' })
      const { left, top, bottom, width, height } = target.getBoundingClientRect()
      const screen = target.ownerDocument.documentElement
      const edge = { left: MARGIN, width: screen.clientWidth - 2 * MARGIN, height: 0 }
      if (bottom < 0) show('above', '在上面 ↑', { ...edge, top: 0 })
      else if (top > screen.clientHeight) show('below', '在下面 ↓', { ...edge, top: screen.clientHeight })
      else show('here', '点这里', { left: left - MARGIN, top: top - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN })
    },
  }
}
