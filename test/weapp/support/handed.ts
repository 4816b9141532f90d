import { type Phone, until } from './phone'

/** How long nothing must have been handed over for a page to be at rest: longer than answers wait for one another. */
const REST_MS = 150
const STEP_MS = 10

/** Waits until the cloud has answered everything and the screen has been handed all of it. */
export const settled = async (phone: Phone): Promise<void> => {
  let [seen, calm] = [-1, 0]
  await until(
    () => `rest: ${phone.waiting()} questions are open`,
    () => {
      const still = phone.waiting() === 0 && phone.handed.length === seen
      calm = still ? calm + STEP_MS : 0
      seen = phone.handed.length
      return calm >= REST_MS
    },
  )
}

/** A cloud whose answers to what was asked at once come at once: how busy the machine is must not change how often a page is drawn. */
export const inWaves = <Q, A>(ask: (question: Q) => Promise<A>) => {
  let open = 0
  let waiting: (() => void)[] = []
  return async (question: Q): Promise<A> => {
    open++
    const answer = await ask(question).finally(() => open--)
    const all = new Promise<void>(done => waiting.push(done))
    if (open === 0) {
      const ready = waiting
      waiting = []
      for (const done of ready) done()
    }
    await all
    return answer
  }
}

/** What an act made the screen be handed, and how much of the page it changed. */
export interface Handed {
  calls: number
  bytes: number
  changed: number
}

type Node = Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify({ value }))

/** The elements of a page's tree by their ids, each without the ones in it. */
const elements = (tree: unknown, found = new Map<unknown, Node>()): ReadonlyMap<unknown, Node> => {
  if (!isNode(tree)) return found
  const { cn, root, ...own } = tree
  if ('sid' in own) found.set(own['sid'], own)
  if (Array.isArray(cn)) for (const one of cn) elements(one, found)
  return elements(root, found)
}

/** Bytes of the elements that came or went, and of what is another in those that stayed. */
const changedBetween = (before: ReadonlyMap<unknown, Node>, after: ReadonlyMap<unknown, Node>): number => {
  let bytes = [...before].reduce((sum, [id, one]) => (after.has(id) ? sum : sum + bytesOf(one)), 0)
  for (const [id, one] of after) {
    const was = before.get(id)
    if (!was) bytes += bytesOf(one)
    else
      for (const [name, value] of Object.entries(one))
        if (bytesOf(value) !== bytesOf(was[name]) || JSON.stringify(value) !== JSON.stringify(was[name]))
          bytes += bytesOf({ [name]: value })
  }
  return bytes
}

/** Measures an act on a page that is at rest; it is over once it has shown and the page is at rest again, however late a busy machine draws it. */
export const handedBy = async (phone: Phone, tree: () => unknown, act: () => Promise<unknown>): Promise<Handed> => {
  const before = elements(JSON.parse(JSON.stringify(tree())))
  const from = phone.handed.length
  await act()
  await until(
    () => 'anything handed over after the act',
    () => phone.handed.length > from,
  )
  await settled(phone)
  const handed = phone.handed.slice(from)
  return {
    calls: handed.length,
    bytes: handed.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    changed: changedBetween(before, elements(tree())),
  }
}
