import { el } from './dom'

/** A ring round the control of a phone that is to be pressed next. It lies over the frame, so that the page inside knows nothing of it. */
export interface Pointer {
  root: HTMLElement
  /** Points at an element of the phone's page, which is scrolled into sight first; nothing takes the ring away. */
  at: (target: Element | undefined) => void
}

/** How far the ring stands off, px. */
const MARGIN = 5

export function createPointer(): Pointer {
  const root = el('div', { class: 'pointer', 'aria-hidden': 'true', hidden: true }, el('span', {}, '点这里'))
  let last: Element | undefined
  return {
    root,
    at(target) {
      root.hidden = target === undefined
      if (target === undefined) {
        last = undefined
        return
      }
      // Once for each control: a person who scrolls away is not pulled back.
      if (target !== last) target.scrollIntoView({ block: 'nearest' })
      last = target
      const { left, top, width, height } = target.getBoundingClientRect()
      root.classList.toggle('low', top < 40)
      Object.assign(root.style, {
        left: `${left - MARGIN}px`,
        top: `${top - MARGIN}px`,
        width: `${width + 2 * MARGIN}px`,
        height: `${height + 2 * MARGIN}px`,
      })
    },
  }
}
