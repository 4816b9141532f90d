type Child = Node | string

/** An element with its attributes (false and undefined leave one out, true sets it bare) and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number | boolean | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children)
  return element
}

/** A picture that goes with a word. */
export function icon(markup: string): HTMLElement {
  const holder = el('span', { class: 'icon', 'aria-hidden': 'true' })
  holder.innerHTML = markup
  return holder
}

/** A button with a picture and a word; `onTap` while it is enabled. */
export function button(label: string, onTap: () => void, more: { icon?: string; class?: string; title?: string } = {}): HTMLButtonElement {
  const element = el('button', { type: 'button', class: more.class ?? 'button', title: more.title })
  if (more.icon !== undefined) element.append(icon(more.icon))
  element.append(el('span', {}, label))
  element.addEventListener('click', onTap)
  return element
}

/** A button with a picture alone; its word is its title. */
export function iconButton(label: string, picture: string, onTap: () => void): HTMLButtonElement {
  const element = el('button', { type: 'button', class: 'icon-button', title: label, 'aria-label': label }, icon(picture))
  element.addEventListener('click', onTap)
  return element
}

/** The head of a panel. */
export function heading(id: string, picture: string, label: string, ...more: Child[]): HTMLElement {
  return el('h2', { id }, icon(picture), label, ...more)
}

/** The element of the page with this id; the page always has it. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no #${id}`)
  return found
}

/** What went wrong, in words. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : '本地云没有回应')
