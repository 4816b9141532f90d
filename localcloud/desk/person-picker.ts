import chevron from 'lucide-static/icons/chevrons-up-down.svg'
import type { Person } from './cloud'
import { el, icon } from './dom'
import { groupsOf } from './people-groups'

export interface PersonPicker {
  root: HTMLElement
  show: (openid: string) => void
}

const LABEL = '这部手机归谁用'
let pickers = 0

/** A button that says whose phone it is; pressed, it opens a list of people by groups with a field to search in. */
export function createPersonPicker(people: readonly Person[], onPick: (openid: string) => void): PersonPicker {
  const id = `people-${pickers++}`
  const name = el('strong')
  const note = el('span', { class: 'note' })
  const opener = el(
    'button',
    { type: 'button', class: 'opener', 'aria-haspopup': 'listbox', 'aria-expanded': 'false' },
    name,
    note,
    icon(chevron),
  )
  const search = el('input', {
    ...{ type: 'search', role: 'combobox', autocomplete: 'off', placeholder: '找姓名、openid、身份' },
    ...{ 'aria-label': '找姓名、openid、身份', 'aria-controls': id, 'aria-expanded': 'true', 'aria-autocomplete': 'list' },
  })
  const list = el('div', { id, class: 'people', role: 'listbox', 'aria-label': LABEL })
  const none = el('p', { class: 'empty', role: 'status' })
  const sheet = el('div', { class: 'sheet', hidden: true }, search, none, list)
  const root = el('div', { class: 'picker' }, opener, sheet)

  let chosen = ''
  let options: HTMLElement[] = []
  let active: HTMLElement | undefined

  const makeActive = (next: HTMLElement | undefined) => {
    active?.classList.remove('active')
    active = next
    active?.classList.add('active')
    active?.scrollIntoView({ block: 'nearest' })
    if (active === undefined) search.removeAttribute('aria-activedescendant')
    else search.setAttribute('aria-activedescendant', active.id)
  }
  const optionOf = (person: Person) => {
    const words = [el('strong', {}, person.name), el('span', { class: 'note' }, person.note), el('code', {}, person.openid)]
    const attributes = { id: `${id}-${person.openid}`, role: 'option', 'aria-selected': String(person.openid === chosen) }
    const option = el('div', { ...attributes, class: 'person', 'data-openid': person.openid }, ...words)
    option.addEventListener('click', () => pick(option))
    return option
  }
  const fill = () => {
    const groups = groupsOf(people, search.value)
    list.replaceChildren(
      ...groups.map(group => {
        const title = el('div', { role: 'presentation', class: 'group' }, `${group.name} ${group.people.length} 人`)
        const attributes = { role: 'group', 'aria-label': group.name === '' ? '人' : group.name }
        return el('div', attributes, ...(group.name === '' ? [] : [title]), ...group.people.map(optionOf))
      }),
    )
    options = [...list.querySelectorAll<HTMLElement>('[role="option"]')]
    none.textContent = options.length === 0 ? '没有找到，换个字再找。' : ''
    list.hidden = options.length === 0
    makeActive(options.find(one => one.dataset['openid'] === chosen) ?? options[0])
  }
  const close = (back: boolean) => {
    sheet.hidden = true
    opener.setAttribute('aria-expanded', 'false')
    if (back) opener.focus()
  }
  const open = () => {
    sheet.hidden = false
    opener.setAttribute('aria-expanded', 'true')
    search.value = ''
    fill()
    search.focus()
  }
  const pick = (option: HTMLElement | undefined) => {
    const openid = option?.dataset['openid']
    if (openid === undefined) return
    close(true)
    onPick(openid)
  }
  const step = (by: number) => {
    const next = options[(active === undefined ? 0 : options.indexOf(active)) + by]
    if (next !== undefined) makeActive(next)
  }
  const keys: Record<string, () => void> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => pick(active),
    Escape: () => close(true),
  }

  opener.addEventListener('click', () => (sheet.hidden ? open() : close(true)))
  search.addEventListener('input', fill)
  search.addEventListener('keydown', event => {
    const act = event.isComposing ? undefined : keys[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  })
  // Pressing what cannot be focused, such as a name, keeps the field's focus.
  sheet.addEventListener('mousedown', event => {
    if (event.target !== search) event.preventDefault()
  })
  root.addEventListener('focusout', event => {
    if (!(event.relatedTarget instanceof Node && root.contains(event.relatedTarget))) close(false)
  })

  return {
    root,
    show(openid) {
      chosen = openid
      const person = people.find(one => one.openid === openid)
      name.textContent = person?.name ?? openid
      note.textContent = person?.note ?? ''
      opener.setAttribute('aria-label', `${LABEL}：${name.textContent} ${note.textContent}`.trim())
    },
  }
}
