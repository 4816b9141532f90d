import { settle } from '../../../kernel/settle'
import { Caseloads, PairingHistory } from './documents'
import { monthOf } from '../../../../core/shared/calendar'
import { noticesOf, tellingFrom } from '../../../../core/care/pairings/notices'
import { isFixed, latest, withElders, type Paired } from '../../../../core/care/pairings/rules'
import type { Caseload, CaseloadNews, EndCause, PairingEpisode } from './documents'
import type { Actor } from '../../../kernel/identity'
import { eachRow, type Job } from '../../../kernel/jobs'
import { caseloadsOf } from './helpers'
import type { Ports } from '../../../kernel/ports'
import { replan } from '../visits/replan'
import { markRollup } from '../../../kernel/rollups'
import { tell } from '../../../kernel/tell'

/** The figures of a branch's pairings, by month. */
export const PAIRINGS = 'pairings'
const EACH_RUN = 100
/** A phone sends a command again for minutes, not after so many others. */
const MOST_COMMANDS = 20

export type Helper = Pick<Caseload, '_id' | 'name' | 'branchId' | 'path' | 'partner'>
type Elders = Caseload['elders']
type News = Omit<CaseloadNews, 'n' | 'at'>
type Acting = Pick<Ports, 'store' | 'now'>
export type Step<R extends string> = { elders: Elders; news: News[] } | { refused: R }

/**
 * Brings a helper's list to what `step` makes of it: one conditional write on its version decides, and what is to be passed on is written with
 * it. Nothing is written where nothing happened, or where `commandId` did it before. Throws CONFLICT where others were faster each time.
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

/** An entry without who made it: an ending has its own. */
const pairedOf = ({ memberId, name, branchId, kind, since }: Elders[number]): Paired => ({ memberId, name, branchId, kind, since })

/** A step that puts elders on the list; `handed` tells from whom and why. */
export const adding =
  (more: Elders, by: Actor, handed: { insteadOf?: string; reason?: string } = {}) =>
  (elders: Elders): Step<'PAIRING_LIMIT'> => {
    const next = withElders(elders, more)
    if ('refused' in next) return next
    const changedOver = elders.filter(had => next.added.some(one => one.memberId === had.memberId))
    return {
      elders: next.elders,
      news: [
        // The former kind is over, which only the history needs to know.
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

/** Why somebody leaves a list. */
interface Ending {
  cause: EndCause
  reason: string
}

/** A step that takes from the list whoever `why` gives a reason for. */
export const ending =
  (why: (one: Elders[number]) => Ending | null, by: Actor) =>
  (elders: Elders): Step<never> => ({
    elders: elders.filter(one => why(one) === null),
    news: elders.flatMap(one => {
      const end = why(one)
      return end ? [{ ...pairedOf(one), ...end, what: 'ended' as const, by }] : []
    }),
  })

const episodesOf = ({ _id, name, partner, news }: Caseload): PairingEpisode[] =>
  news
    .filter(one => one.what === 'ended')
    .map(one => ({
      _id: `${_id}:${one.memberId}:${String(one.since)}`,
      helperId: _id,
      helperName: name,
      partner,
      memberId: one.memberId,
      name: one.name,
      branchId: one.branchId,
      kind: one.kind,
      since: one.since,
      until: one.at,
      by: one.by,
      cause: one.cause ?? 'ended',
      reason: one.reason ?? '',
    }))

/** Ends what new pairings take the place of: the one each was handed over from, and every fixed contact of an elder but the latest. */
const endFormer = async (ports: Ports, caseload: Caseload): Promise<void> => {
  const began = caseload.news.filter(one => one.what === 'began')
  const all = await caseloadsOf(
    ports.store,
    began.map(one => one.memberId),
  )
  const goes = (helperId: string, { memberId, kind }: Elders[number]): Ending | null => {
    const handed = began.find(one => one.memberId === memberId && one.insteadOf === helperId)
    if (handed) return { cause: 'handed-over', reason: handed.reason ?? '' }
    if (!isFixed(kind) || !began.some(one => one.memberId === memberId && isFixed(one.kind))) return null
    const fixed = all.flatMap(one =>
      one.elders
        .filter(elder => elder.memberId === memberId && isFixed(elder.kind))
        .map(elder => ({ helperId: one._id, since: elder.since })),
    )
    return latest(fixed)?.helperId === helperId ? null : { cause: 'replaced', reason: '' }
  }
  for (const former of all) {
    const by = began.at(-1)?.by
    if (!by || !former.elders.some(one => goes(former._id, one))) continue
    await changeCaseload(
      ports,
      former,
      ending(one => goes(former._id, one), by),
    )
    if (former._id !== caseload._id) await deliver(ports, former._id)
  }
}

/** What ended, and what began and lasts. */
const isStill = ({ elders }: Caseload, { what, memberId, since }: CaseloadNews): boolean =>
  what === 'ended' || elders.some(one => one.memberId === memberId && one.since === since)

/**
 * Passes on what happened to a helper's list: ended pairings to the history, former contacts ended, visits planned anew, both sides told. Cut off
 * anywhere, it is done again by the timer; done twice, it is done once. At night people are told in the morning.
 */
export const deliver = async (ports: Ports, helperId: string): Promise<void> => {
  const table = ports.store.table(Caseloads)
  const first = await table.get(helperId)
  if (!first || first.news.length === 0) return
  await endFormer(ports, first)
  // Two who paired one elder at once may have ended one of these.
  const caseload = (await table.get(helperId)) ?? first
  const morning = tellingFrom(ports.now)
  const quiet = morning > ports.now
  await Promise.all([
    ports.store.table(PairingHistory).addAll(episodesOf(caseload)),
    ...[...new Set(caseload.news.map(one => one.branchId))].flatMap(branchId => [
      replan(ports, { branchId }),
      markRollup(ports, PAIRINGS, branchId, [monthOf(ports.now)]),
    ]),
    ...(quiet
      ? []
      : noticesOf(
          caseload,
          caseload.news.filter(one => isStill(caseload, one)),
        ).map(({ memberId, telling }) => tell(ports, [memberId], telling))),
  ])
  // Whoever changed it meanwhile passes on the rest; ours is then met again as done.
  await table.update(
    { _id: helperId, version: caseload.version },
    quiet ? { set: { due: morning } } : { set: { news: [] }, unset: ['due'] },
  )
}

/** Passes on what somebody who was cut off, or the night, left over. */
export const deliverPairings: Job = async ports => {
  const due = await ports.store.table(Caseloads).find({ due: { lte: ports.now } }, { order: [['due', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'deliverPairings', ({ _id }) => deliver(ports, _id))
}
