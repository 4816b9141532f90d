/** What a phone shows: its page and the controls in sight. The frames are of this page's own origin, so that it can look into them. */

/** Where a phone is: the path of its page, without a slash before it, and what the address asks. */
export interface ShownPage {
  path: string
  asked: URLSearchParams
}

/** The page in a path with query, as `#/path?query` has it. */
export function pageIn(address: string): ShownPage {
  const [path = '', query = ''] = address.replace(/^#?\/?/, '').split('?')
  return { path, asked: new URLSearchParams(query) }
}

export const pageOn = (frame: HTMLIFrameElement): ShownPage => pageIn(frame.contentWindow?.location.hash ?? '')

/** Does the phone show this very page? */
export function shows(frame: HTMLIFrameElement, page: string): boolean {
  const [now, wanted] = [pageOn(frame), pageIn(page)]
  return now.path === wanted.path && [...wanted.asked].every(([name, value]) => now.asked.get(name) === value)
}

const CONTROLS = 'button, a[href], input[type="submit"], input[type="button"], [role="button"], [role="link"], [role="tab"], [role="radio"]'

const wordsOf = (control: Element) => (control.getAttribute('aria-label') ?? control.textContent).replace(/\s+/g, ' ').trim()

const isUsable = (control: Element) =>
  control.checkVisibility({ visibilityProperty: true }) &&
  control.getBoundingClientRect().width > 0 &&
  // Taro writes disabled="false".
  control.closest('[disabled]:not([disabled="false"]), [aria-disabled="true"], [aria-hidden="true"]') === null

/** The first control on the phone that bears one of these words, or begins with them; the earlier words before the later ones. */
export function controlOn(frame: HTMLIFrameElement, words: readonly string[]): Element | undefined {
  const controls = [...(frame.contentDocument?.querySelectorAll(CONTROLS) ?? [])].filter(isUsable)
  for (const wanted of words) {
    const found = controls.find(control => wordsOf(control) === wanted) ?? controls.find(control => wordsOf(control).startsWith(wanted))
    if (found !== undefined) return found
  }
  return undefined
}

/** Is the middle of it on the screen, with nothing lying over it? */
export function isInSight(control: Element): boolean {
  const { left, top, width, height } = control.getBoundingClientRect()
  const there = control.ownerDocument.elementFromPoint(left + width / 2, top + height / 2)
  return there !== null && (control.contains(there) || there.contains(control))
}
