import { noticesOf } from '../../../../core/care/pairings/notices'
import { isFixed, latest } from '../../../../core/care/pairings/rules'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import { announce } from '../../../kernel/announcements'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { StandingChanged } from '../../people/public'
import { replan } from '../visits/replan'
import { changeCaseload, type Elders, ending, type Ending } from './caseloads'
import { type Caseload, type CaseloadNews, Caseloads, type PairingEpisode, PairingHistory } from './documents'
import { caseloadsOf } from './helpers'
import { markPairings } from './topic'

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

/** Ends the pairings that new ones replace: the one an elder was handed over from, and every fixed contact but the latest. */
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

/** Is the news still true? An ending always is; a beginning while the pairing lasts. */
const isStill = ({ elders }: Caseload, { what, memberId, since }: CaseloadNews): boolean =>
  what === 'ended' || elders.some(one => one.memberId === memberId && one.since === since)

/**
 * Delivers the news of a helper's list: ended pairings go to the history, replaced contacts end, visits are planned again, both sides are
 * told (at night: in the morning). A delivery that is cut off is finished by the timer; repeating it changes nothing.
 */
export const deliver = async (ports: Ports, helperId: string): Promise<void> => {
  const table = ports.store.table(Caseloads)
  const first = await table.get(helperId)
  if (!first || first.news.length === 0) return
  await endFormer(ports, first)
  // Two secretaries who paired one elder at the same moment may have ended one of these.
  const caseload = (await table.get(helperId)) ?? first
  const morning = wakingFrom(ports.now)
  const quiet = morning > ports.now
  await Promise.all([
    ports.store.table(PairingHistory).addAll(episodesOf(caseload)),
    ...[...new Set(caseload.news.map(one => one.branchId))].flatMap(branchId => [
      replan(ports, { branchId }),
      markPairings(ports, branchId),
    ]),
    caseload.news.some(one => one.what === 'ended') ? announce(ports, StandingChanged, { memberIds: [helperId] }) : null,
    ...(quiet
      ? []
      : noticesOf(
          caseload,
          caseload.news.filter(one => isStill(caseload, one)),
        ).map(({ memberId, telling }) => tell(ports, [memberId], telling))),
  ])
  // A change made meanwhile delivers its own news; ours are then recognised as delivered.
  await table.update(
    { _id: helperId, version: caseload.version },
    quiet ? { set: { due: morning } } : { set: { news: [] }, unset: ['due'] },
  )
}
