import { at, fieldOf, isDoc } from './values'

/**
 * What a condition of a query looks at. A path that ends in an array offers each element and then the array itself; a path through an array
 * goes on in each object of it, and at the index where a part of the path is a number. `undefined` stands for a field that is not there.
 */
export function* elementsAt(doc: unknown, parts: readonly string[], from = 0): Generator {
  let value = doc
  let position = from
  while (position < parts.length && isDoc(value)) value = fieldOf(value, at(parts, position++))
  if (!Array.isArray(value)) {
    yield position < parts.length ? undefined : value
    return
  }
  const items: readonly unknown[] = value
  if (position === parts.length) {
    for (const item of items) yield item ?? null
    yield items
    return
  }
  const part = at(parts, position)
  const index = /^(0|[1-9]\d*)$/.test(part) ? Number(part) : -1
  for (const [i, item] of items.entries()) {
    if (isDoc(item)) yield* elementsAt(item, parts, position)
    if (i !== index) continue
    if (position + 1 === parts.length) yield item ?? null
    else if (isDoc(item) || Array.isArray(item)) yield* elementsAt(item, parts, position + 1)
  }
}

/** As elementsAt, but an array at the end of the path is offered whole and not element by element. */
export function* wholesAt(doc: unknown, parts: readonly string[], from = 0): Generator {
  let value = doc
  let position = from
  while (position < parts.length && isDoc(value)) value = fieldOf(value, at(parts, position++))
  if (position === parts.length || !Array.isArray(value)) {
    yield position < parts.length ? undefined : value
    return
  }
  const items: readonly unknown[] = value
  const part = at(parts, position)
  const index = /^(0|[1-9]\d*)$/.test(part) ? Number(part) : -1
  for (const [i, item] of items.entries()) {
    if (isDoc(item)) yield* wholesAt(item, parts, position)
    if (i === index) yield* position + 1 === parts.length ? [item ?? null] : wholesAt(item, parts, position + 1)
  }
}
