import type { Case } from '../../../../core/help/requests/case'
import { filed } from '../../../../core/help/requests/filing'
import { Failure } from '../../../kernel/failure'
import type { Ports } from '../../../kernel/ports'
import { settle } from '../../../kernel/settle'
import { type HelpRequest, Requests } from '../documents'

/** Fields that a request may lack. */
const optional = ['plan', 'takenAt', 'doneAt', 'closedAt', 'stars'] as const

/** A new request as it is stored. */
export const storedCase = (request: Case): HelpRequest => ({ ...request, ...filed(request, true) })

/** Writes a case over the row that was read. Answers the row as it stands then; null where another write came first. */
const replaceCase = async ({ store }: Pick<Ports, 'store'>, before: HelpRequest, next: Case): Promise<HelpRequest | null> => {
  const after: HelpRequest = { ...before, ...next, ...filed(next, before.sameness !== before._id), version: before.version + 1 }
  for (const field of optional) if (next[field] === undefined) Reflect.deleteProperty(after, field)
  const moved = Object.entries(after).filter(
    ([field, value]) => field !== '_id' && value !== Object.entries(before).find(([key]) => key === field)?.[1],
  )
  const unset = optional.filter(field => before[field] !== undefined && next[field] === undefined)
  const set: Partial<HelpRequest> = Object.fromEntries(moved)
  const changed = await store.table(Requests).update({ _id: before._id, version: before.version }, { set, unset })
  return changed > 0 ? after : null
}

/** The refusing part of what a step returns. */
type RefusalIn<V> = Extract<V, { refused: string }>
/** The request after a step and whether the step changed it, or the step's refusal. */
export type Outcome<V> = { request: HelpRequest; changed: boolean } | RefusalIn<V>

const isRefusal = <V extends object>(verdict: V): verdict is RefusalIn<V> => 'refused' in verdict

/**
 * Brings a request to what `step` makes of it. One conditional write on the version decides: of fifty who tap one wins, and the others are
 * judged again on the new row. Throws CONFLICT where others keep being faster, NOT_FOUND where the row is gone.
 */
export const stepRequest = async <V extends { next: Case; refused?: never } | { refused: string; next?: never; data?: unknown }>(
  ports: Pick<Ports, 'store'>,
  seen: HelpRequest,
  step: (request: HelpRequest) => V | Promise<V>,
): Promise<Outcome<V>> => {
  let before = seen
  return settle<Outcome<V>>(async () => {
    const verdict = await step(before)
    if (isRefusal(verdict)) return verdict
    const { next } = verdict
    if (next === undefined || next === before) return { request: before, changed: false }
    const after = await replaceCase(ports, before, next)
    if (after) return { request: after, changed: true }
    const now = await ports.store.table(Requests).get(before._id)
    if (!now) throw new Failure('NOT_FOUND')
    before = now
    return undefined
  })
}
