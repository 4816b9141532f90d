import * as z from 'zod/mini'
import { el } from './dom'

const documentSchema = z.record(z.string(), z.unknown())
const dateSchema = z.strictObject({ $date: z.string() })

/** By what people know a document, where it has it. */
const TITLES = ['name', 'title']

/** How a field of the shown documents is compared with what a person types. */
type Kind = 'text' | 'number' | 'yes-no' | 'date'

const kindOf = (value: unknown): Kind | undefined => {
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'yes-no'
  return dateSchema.safeParse(value).success ? 'date' : undefined
}

/** The fields that can be asked for, with dots for those within others, down to the third level; each with its kind. */
function fieldsOf(texts: readonly string[]): Map<string, Kind> {
  const fields = new Map<string, Kind>()
  const collect = (value: unknown, path: string, level: number) => {
    const kind = kindOf(value)
    if (kind !== undefined) fields.set(path, kind)
    const inner = kind === undefined && !Array.isArray(value) ? documentSchema.safeParse(value) : undefined
    if (inner?.success !== true || level === 3) return
    for (const [key, one] of Object.entries(inner.data)) collect(one, path === '' ? key : `${path}.${key}`, level + 1)
  }
  for (const text of texts) collect(JSON.parse(text), '', 0)
  return fields
}

const comparisons = [
  { name: 'eq', label: '等于', ask: (value: unknown) => value },
  { name: 'ne', label: '不等于', ask: (value: unknown) => ({ $ne: value }) },
  { name: 'gt', label: '大于', ask: (value: unknown) => ({ $gt: value }) },
  { name: 'lt', label: '小于', ask: (value: unknown) => ({ $lt: value }) },
  { name: 'has', label: '含有文字', ask: (_: unknown, typed: string) => ({ $regex: typed.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') }) },
] as const

/** What is typed, as a value of the field's kind. A date is read on Shanghai's wall clock. */
function valueOf(typed: string, kind: Kind): unknown {
  if (kind === 'number' && typed.trim() !== '' && !Number.isNaN(Number(typed))) return Number(typed)
  if (kind === 'yes-no') return ['是', 'true', '1'].includes(typed.trim())
  if (kind === 'date') {
    const at = Date.parse(
      /[zZ]|[+-]\d\d:?\d\d$/.test(typed) ? typed : `${typed.trim().replace(' ', 'T')}${/\d:\d/.test(typed) ? '' : 'T00:00'}+08:00`,
    )
    if (!Number.isNaN(at)) return { $date: new Date(at).toISOString() }
  }
  return typed
}

export interface FilterBuilder {
  root: HTMLElement
  /** Offers the fields of these documents. */
  offer: (texts: readonly string[]) => void
  /** Forgets the fields, for another collection. */
  clear: () => void
}

/** A condition put together without writing JSON: a field, how to compare it, a value. `onAsk` hears the filter as JSON. */
export function createFilterBuilder(onAsk: (filter: string) => void): FilterBuilder {
  const kinds = new Map<string, Kind>()
  const field = el('select', { 'aria-label': '哪一项' })
  const how = el('select', { 'aria-label': '怎么比' }, ...comparisons.map(({ name, label }) => el('option', { value: name }, label)))
  const value = el('input', { type: 'text', 'aria-label': '和什么比', placeholder: '要找的内容' })
  const root = el('div', { class: 'row builder' }, field, how, value)

  const compose = () => {
    const comparison = comparisons.find(({ name }) => name === how.value)
    if (comparison === undefined || field.value === '') return
    const asked = comparison.ask(valueOf(value.value, kinds.get(field.value) ?? 'text'), value.value)
    onAsk(value.value === '' ? '{}' : JSON.stringify({ [field.value]: asked }))
  }
  for (const one of [field, how]) one.addEventListener('change', compose)
  value.addEventListener('input', compose)

  const draw = () => {
    const chosen = field.value
    field.replaceChildren(...[...kinds.keys()].sort().map(name => el('option', { value: name }, name)))
    const first = [chosen, ...TITLES].find(name => kinds.has(name))
    if (first !== undefined) field.value = first
    root.hidden = kinds.size === 0
  }
  draw()
  return {
    root,
    offer(texts) {
      for (const [name, kind] of fieldsOf(texts)) kinds.set(name, kind)
      draw()
    },
    clear() {
      kinds.clear()
      value.value = ''
      draw()
    },
  }
}

/** What a line of the list says of a document: its id with its name, and its first plain fields. */
export function briefOf({ id, text }: { id: string; text: string }): { title: string; rest: string } {
  const document = documentSchema.parse(JSON.parse(text))
  const titleKey = TITLES.find(key => typeof document[key] === 'string')
  const title = [id.replace(/^"|"$/g, ''), ...(titleKey === undefined ? [] : [String(document[titleKey])])].join('　')
  const parts = Object.entries(document).flatMap(([key, value]) => {
    if (key === '_id' || key === titleKey) return []
    const date = dateSchema.safeParse(value)
    if (date.success) return [`${key} ${date.data.$date.slice(0, 16)}`]
    return kindOf(value) === undefined || value === '' ? [] : [`${key} ${String(value)}`]
  })
  const others = Object.keys(document).filter(key => key !== '_id')
  return { title, rest: parts.length === 0 ? others.join('、') : parts.join('　') }
}
