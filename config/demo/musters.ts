import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import type { Muster, MusterCall } from '../../cloudfunctions/features/service/musters/documents'
import type { Actor } from '../../cloudfunctions/kernel/identity'
import { cellOf, isCalled, slotsOf, spanOf } from '../../core/service/musters/rules'
import { addDays, dateOf, instantOf } from '../../core/shared/calendar'
import type { Instant } from '../../core/shared/operation'
import { scopesOf } from '../../core/shared/scopes'
import type { Seed } from './shape'

const MUSTER = 'muster-dyke'
const [MINUTE, HOUR] = [60_000, 3_600_000]

/** A night on the dyke two months ago, over and thanked for: who was called, what they said, who was there. */
export const demoMusters = (branch: Organization, members: readonly Member[], by: Actor, now: Instant): Seed => {
  const calledAt = instantOf(addDays(dateOf(now), -60), '16:30')
  const startsAt = calledAt + 90 * MINUTE
  const shifts = [0, 1].map(nth => ({ startsAt: startsAt + nth * 6 * HOUR, endsAt: startsAt + (nth + 1) * 6 * HOUR }))
  const places = [{ name: '东堤' }, { name: '西堤' }]
  const { startsAt: begins, endsAt } = spanOf(shifts)
  const muster: Muster = {
    ...{ _id: MUSTER, orgId: branch._id, orgName: branch.name, path: branch.path, scopes: scopesOf(branch.path), small: true },
    ...{ title: '巡堤护湖', why: '夜里水位要涨，请来守堤。', places, shifts, need: 3, elders: false, ringAt: calledAt + 15 * MINUTE },
    ...{ startsAt: begins, endsAt, state: 'ended', acts: [], leads: [], handOvers: [], asked: 1, secret: 'demo-secret-muster' },
    ...{ createdBy: by, createdAt: calledAt, ended: { at: endsAt, by, words: '水退了，大家辛苦了，回去好好休息。' } },
  }
  const cells = slotsOf(muster).map(cellOf)
  const called = members.filter(one => isCalled(one, muster, dateOf(calledAt)))
  const calls = called.map(({ _id: memberId, name, branchId, path, bound }, nth): MusterCall => {
    const comes = nth % 4 === 0 && nth < 4 * cells.length * 3
    const cell = cells[(nth / 4) % cells.length]
    const answer = comes ? (nth % 20 === 16 ? 'late' : 'coming') : nth % 7 === 3 ? null : 'no'
    const own = comes && cell !== undefined ? [cell] : []
    const at = calledAt + (nth + 2) * MINUTE
    const shift = shifts[Number(cell?.split('-')[1] ?? 0)]
    return {
      ...{ _id: `${MUSTER}:${memberId}`, musterId: MUSTER, memberId, name, branchId, path, bound, endsAt, calledAt },
      ...{ answer, cells: own, tries: [], history: [], version: 1 },
      arrivals: own.map(one => ({ cell: one, at: (shift?.startsAt ?? begins) - 10 * MINUTE, way: 'name' as const, by })),
      ...(answer === null ? {} : { answeredAt: at, seenAt: at, by: { openid: '', memberId, name } }),
    }
  })
  return { musters: [muster], 'muster-calls': calls }
}
