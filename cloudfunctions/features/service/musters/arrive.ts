import type { musters as contract } from '../../../../core/service/musters/contract'
import { cellMeant, cellOf, doorOf, emptiest, hoursAt, isCalled, nothing, placeAt, type Slot } from '../../../../core/service/musters/rules'
import { slotsAhead } from '../../../../core/shared/codes'
import { dateOf } from '../../../../core/shared/calendar'
import { judgeProof } from '../../../../core/shared/door'
import { overlap } from '../../../../core/shared/hours'
import type { Instant } from '../../../../core/shared/operation'
import { heardAt } from '../../../../core/shared/phone-clock'
import { Failure } from '../../../kernel/failure'
import type { Actor } from '../../../kernel/identity'
import { inGroups } from '../../../kernel/in-groups'
import { settleRow } from '../../../kernel/settle'
import { codesOf } from '../../life/public'
import { Members } from '../../people/public'
import type { Context, Handlers } from '../use-case'
import { callOf } from './acts'
import { saidAnew, slotsFor } from './answer'
import { creditThose } from './credit'
import { callId, MusterCalls, type Muster, type MusterCall } from './documents'
import { markBranches } from './figures'
import { isWithin, ledBy, partsOf } from './parts'

const AT_A_TIME = 20
/** The leader's screen can do without the network for this long. */
const CODES_FOR = 10 * 60_000
const [WRONG_CODES, WRONG_CODES_WITHIN] = [20, 10 * 60_000]

type Way = MusterCall['arrivals'][number]['way']

/** A person cannot be at two places: coming to one, they have left another whose hours it shares. */
const movedOn = (muster: Muster, row: MusterCall, cell: string, at: Instant): MusterCall['arrivals'] => {
  const hours = hoursAt(muster, cell)
  return row.arrivals.map(one => {
    const other = hoursAt(muster, one.cell)
    return one.leftAt === undefined && hours && other && overlap(hours, other) ? { ...one, leftAt: Math.max(at, one.at) } : one
  })
}

/** The row of a person who is there: who had not answered, or not so, comes after all. */
const arrived = (
  muster: Muster,
  row: MusterCall,
  cell: string,
  { at, way, by, now }: { at: Instant; way: Way; by: Actor; now: Instant },
): MusterCall => {
  const comes = row.answer === 'coming' || row.answer === 'late'
  const cells = row.cells.includes(cell) ? row.cells : [...row.cells, cell]
  const said =
    comes && cells === row.cells
      ? { ...row, version: row.version + 1 }
      : saidAnew(row, { answer: comes ? row.answer : 'coming', cells }, by, now)
  return { ...said, arrivals: [...movedOn(muster, row, cell, at), { cell, at, way, by }] }
}

type Arriving = Pick<Context<'muster.arrive'>, 'store' | 'now'>

/** Writes that a person is at a cell, once; answers their row, and whether this call did it. */
const arrive = (
  { store, now }: Arriving,
  muster: Muster,
  seen: MusterCall,
  cell: string,
  how: { at: Instant; way: Way; by: Actor },
): Promise<{ row: MusterCall; first: boolean }> => {
  const calls = store.table(MusterCalls)
  return settleRow<MusterCall, { row: MusterCall; first: boolean }>(
    seen,
    () => calls.get(seen._id),
    async row => {
      if (!row) throw new Failure('NOT_FOUND')
      if (row.arrivals.some(one => one.cell === cell)) return { row, first: false }
      const next = arrived(muster, row, cell, { ...how, now })
      return (await calls.swap(row, next)) ? { row: next, first: true } : undefined
    },
  )
}

/** Where a person who comes now is taken to be: the cell that was said, their own, else one that is under way. */
const cellFor = (muster: Muster, row: MusterCall, slot: Slot | undefined, at: Instant): string | undefined => {
  if (slot) return hoursAt(muster, cellOf(slot)) ? cellOf(slot) : undefined
  const own = cellMeant(muster, row.cells, at)
  if (own !== undefined) return own
  const given = emptiest(muster, nothing, { memberId: row.memberId, busy: [] }, at)
  return given ? cellOf(given) : undefined
}

/** May the person call the roll: of their part, or of the cells whose shift they lead? */
const mayTick = (muster: Muster, person: Parameters<typeof partsOf>[1] & { _id: string }) => {
  const parts = partsOf(muster, person)
  const led = ledBy(muster, person._id)
  return { any: parts.length > 0 || led.length > 0, of: (row: MusterCall, cell: string) => isWithin(parts, row) || led.includes(cell) }
}

/** Those who were not called and came all the same: members of the scope who are not kept at home. */
const takenIn = async ({ store, now }: Arriving, muster: Muster, memberIds: readonly string[]): Promise<MusterCall[]> => {
  if (memberIds.length === 0) return []
  const members = await store.table(Members).getMany(memberIds)
  const rows = members
    .filter(one => one.path.startsWith(muster.path) && isCalled({ ...one, care: [] }, { elders: true }, dateOf(now)))
    .map(one => callOf(muster, one, now))
  await store.table(MusterCalls).addAll(rows)
  return rows
}

export const rollCall: Handlers<Pick<typeof contract, 'muster.codes' | 'muster.signIn' | 'muster.arrive'>> = {
  async 'muster.codes'(_input, { subject: muster, person, now, fail }) {
    if (!mayTick(muster, person).any) return fail('FORBIDDEN')
    if (muster.state === 'ended') return fail('MUSTER_ENDED')
    const codeOf = codesOf(muster)
    return { codes: slotsAhead(now, CODES_FOR).map(({ slot, from, to }) => ({ code: codeOf(slot), from, to })) }
  },

  async 'muster.signIn'({ code, point, slot }, context) {
    const { subject: muster, person, actor, now, store, openid, fail, refuse, limit } = context
    const [row] = await Promise.all([store.table(MusterCalls).get(callId(muster._id, person._id)), markBranches(context, muster, [person])])
    if (!row || row.answer === 'gone') return fail('NOT_INVITED')
    const cell = cellFor(muster, row, slot, now)
    const [hours, place] = cell === undefined ? [] : [hoursAt(muster, cell), placeAt(muster, cell)]
    if (cell === undefined || !hours || !place) return fail('INVALID_INPUT', { paths: ['slot'] })
    const heard = (arrivals: MusterCall['arrivals'], first: boolean) => ({
      state: 'arrived' as const,
      slot: slotsFor(muster, [cell])[0] ?? { place: 0, shift: 0 },
      at: arrivals.find(one => one.cell === cell)?.at ?? now,
      first,
    })
    if (row.arrivals.some(one => one.cell === cell)) return heard(row.arrivals, false)
    if (muster.state === 'ended') return fail('MUSTER_ENDED')
    const verdict = judgeProof(place, doorOf(hours), { code, point }, now, codesOf(muster))
    if (verdict.refused) {
      if (verdict.refused === 'SIGNIN_CODE_INVALID') await limit(openid, WRONG_CODES, WRONG_CODES_WITHIN)
      return refuse(verdict)
    }
    const { row: after, first } = await arrive(context, muster, row, cell, { at: now, way: verdict.way, by: actor })
    return heard(after.arrivals, first)
  },

  async 'muster.arrive'({ memberIds, slot, at, sentAt }, context) {
    const { subject: muster, person, actor: by, now, store, fail, audit } = context
    const may = mayTick(muster, person)
    if (!may.any) return fail('FORBIDDEN')
    const came = heardAt(at ?? now, sentAt ?? (at === undefined ? undefined : now), now).at
    // What was seen before the end counts, however late it is sent.
    if (muster.ended && came > muster.ended.at) return fail('MUSTER_ENDED')
    const ids = [...new Set(memberIds)]
    const known = await store.table(MusterCalls).getMany(ids.map(one => callId(muster._id, one)))
    const here = new Set(known.map(one => one.memberId))
    const rows = [
      ...known,
      ...(await takenIn(
        context,
        muster,
        ids.filter(one => !here.has(one)),
      )),
    ]
    await markBranches(context, muster, rows)
    const states = new Map<string, 'recorded' | 'already'>()
    const late: MusterCall[] = []
    await inGroups(rows, AT_A_TIME, async row => {
      const cell = cellFor(muster, row, slot, came)
      if (cell === undefined || row.answer === 'gone' || !may.of(row, cell)) return
      const { row: after, first } = await arrive(context, muster, row, cell, { at: came, way: 'name', by })
      states.set(row.memberId, first ? 'recorded' : 'already')
      if (first) audit(row.memberId, 'muster.arrived', muster._id)
      late.push(after)
    })
    if (muster.ended) await creditThose(context, muster, late)
    const results = ids.map(memberId => ({ memberId, state: states.get(memberId) ?? ('rejected' as const) }))
    return { arrived: [...states.values()].length, results }
  },
}
