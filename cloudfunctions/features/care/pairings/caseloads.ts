import { type Paired, withElders } from '../../../../core/care/pairings/rules'
import type { Actor } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import { settle } from '../../../kernel/settle'
import type { Member } from '../../people/public'
import { type Caseload, type CaseloadNews, Caseloads, type EndCause, type Partner } from './documents'

/** A phone repeats a command within minutes, not after so many others. */
const MOST_COMMANDS = 20

export type Helper = Pick<Caseload, '_id' | 'name' | 'branchId' | 'path' | 'partner'>
export type Elders = Caseload['elders']
type News = Omit<CaseloadNews, 'n' | 'at'>
type Acting = Pick<Ports, 'store' | 'now'>
export type Step<R extends string> = { elders: Elders; news: News[] } | { refused: R }

/**
 * Brings a helper's list to what `step` makes of it. One conditional write on the version decides, and the news are written with it. Writes
 * nothing where nothing changes, or where `commandId` was carried out before. Throws CONFLICT where others keep being faster.
 */
export const changeCaseload = async <R extends string>(
  { store, now }: Acting,
  helper: Helper,
  step: (elders: Elders) => Step<R>,
  commandId?: string,
): Promise<Caseload | { refused: R }> => {
  const table = store.table(Caseloads)
  const { _id, name, branchId, path, partner } = helper
  return settle<Caseload | { refused: R }>(async () => {
    const before = await table.get(_id)
    const had: Caseload = before ?? { _id, name, branchId, path, partner, elders: [], version: 0, news: [] }
    const commands = had.commands ?? []
    if (commandId !== undefined && commands.includes(commandId)) return had
    const made = step(had.elders)
    if ('refused' in made) return made
    if (made.news.length === 0) return had
    const version = had.version + 1
    const set = {
      name,
      branchId,
      path,
      elders: made.elders,
      version,
      news: [...had.news, ...made.news.map(one => ({ ...one, n: version, at: now }))],
      due: now,
      ...(commandId === undefined ? {} : { commands: [...commands.slice(1 - MOST_COMMANDS), commandId] }),
    }
    const after: Caseload = { ...had, ...set }
    if (before ? (await table.update({ _id, version: before.version }, { set })) > 0 : (await table.add(after)) === 'added') return after
    return undefined
  })
}

/** An entry without its author: an ending has its own. */
const pairedOf = ({ memberId, name, branchId, kind, since }: Elders[number]): Paired => ({ memberId, name, branchId, kind, since })

/** A step that puts elders on the list; `handed` names the former helper and the reason. */
export const adding =
  (more: Elders, by: Actor, handed: { insteadOf?: string; reason?: string } = {}) =>
  (elders: Elders): Step<'PAIRING_LIMIT'> => {
    const next = withElders(elders, more)
    if ('refused' in next) return next
    const changedOver = elders.filter(had => next.added.some(one => one.memberId === had.memberId))
    return {
      elders: next.elders,
      news: [
        // Only the history needs to know that the former kind ended.
        ...changedOver.map(had => ({ ...pairedOf(had), what: 'ended' as const, by, cause: 'replaced' as const, reason: '' })),
        ...next.added.map(one => ({
          ...pairedOf(one),
          what: 'began' as const,
          by,
          ...handed,
        })),
      ],
    }
  }

/** Why an elder leaves a list. */
export interface Ending {
  cause: EndCause
  reason: string
}

/** A step that takes from the list the elders that `why` gives a reason for. */
export const ending =
  (why: (one: Elders[number]) => Ending | null, by: Actor) =>
  (elders: Elders): Step<never> => ({
    elders: elders.filter(one => why(one) === null),
    news: elders.flatMap(one => {
      const end = why(one)
      return end ? [{ ...pairedOf(one), ...end, what: 'ended' as const, by }] : []
    }),
  })

/** A member or partner unit as the owner of a list; null where it is no longer active. */
export const helperOf = (one: Member | Partner): Helper | null => {
  const { _id, name, branchId, path } = one
  if ('offers' in one) return one.endedAt === undefined ? { _id, name, branchId, path, partner: true } : null
  return one.state === 'active' ? { _id, name, branchId, path, partner: false } : null
}
