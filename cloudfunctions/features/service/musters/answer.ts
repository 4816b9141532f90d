import type { musters as contract } from '../../../../core/service/musters/contract'
import type { MusterAnswer } from '../../../../core/service/musters/kinds'
import { cellOf, cellsKept, clashingCell, emptiest, hoursAt, placeAt, slotsOf, type Slot } from '../../../../core/service/musters/rules'
import type { Hours } from '../../../../core/shared/hours'
import type { Instant } from '../../../../core/shared/operation'
import type { Actor } from '../../../kernel/identity'
import { pointOf } from '../../../kernel/geo'
import { settle } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import { Members, type Commitment, type Member } from '../../people/public'
import { commit, commitment, forget, knownClash } from '../posts/commitments'
import { sayClash } from '../posts/say-clash'
import type { Context, Handlers } from '../use-case'
import { callId, MusterCalls, type Muster, type MusterCall } from './documents'
import { figuresNow, markBranches } from './figures'
import { isWithin, partsOf } from './parts'

/** As a cell is given, so many branches that have just answered are looked up; the others are as the timer summed them. */
const LOOKED_UP = 3

/** So many looks at a cell that another answer of the same person is being given: mostly it stands by then. */
const MOST_LOOKS = 40

interface Said {
  answer: MusterAnswer
  slot?: Slot | undefined
  instead?: boolean | undefined
}

/** Cells as their places and shifts. */
export const slotsFor = (muster: Muster, cells: readonly string[]): Slot[] => slotsOf(muster).filter(one => cells.includes(cellOf(one)))

/** That a cell takes a member up, as it is noted on them. */
const noteOf = (muster: Muster, cell: string, hours: Hours, now: Instant): Commitment => ({
  ...commitment(muster, { shiftId: cell, ...hours }, now),
  title: `${muster.title} ${placeAt(muster, cell)?.name ?? ''}`.trim(),
  muster: true,
})

type Answering = Pick<Context<'muster.answer'>, 'store' | 'now' | 'fail'>

/** The cell that an answer brings besides those the person has; undefined where it brings none. */
const newCell = async (
  { store, now, fail }: Answering,
  muster: Muster,
  row: MusterCall,
  member: Member,
  said: Said,
): Promise<string | undefined> => {
  const { answer, slot } = said
  if (answer === 'no') return undefined
  const stays = cellsKept(row.cells, said)
  if (slot) {
    const hours = hoursAt(muster, cellOf(slot))
    if (!hours || hours.endsAt <= now) return fail('INVALID_INPUT', { paths: ['slot'] })
    const clash = clashingCell(muster, stays, slot)
    const other = clash === undefined ? undefined : hoursAt(muster, clash)
    if (clash !== undefined && other) return fail('SHIFT_OVERLAPS', sayClash(noteOf(muster, clash, other, now)))
    return stays.includes(cellOf(slot)) ? undefined : cellOf(slot)
  }
  if (stays.length > 0) return undefined
  const figures = await figuresNow(store, muster, LOOKED_UP)
  const home = member.home ? pointOf(member.home) : undefined
  const given = emptiest(muster, figures, { memberId: member._id, home, busy: member.claims ?? [] }, now)
  return given ? cellOf(given) : undefined
}

/**
 * Takes the person up by a cell, so that no other shift of theirs comes to lie upon it; those they give back for it (`left`) stand in no way. Answers what does,
 * null where they are taken up.
 */
const takeUp = async (
  { store, now }: Answering,
  muster: Muster,
  person: Member,
  cell: string,
  left: readonly string[],
): Promise<Commitment | null> => {
  const member = { ...person, claims: (person.claims ?? []).filter(one => one.postId !== muster._id || !left.includes(one.shiftId)) }
  const hours = hoursAt(muster, cell)
  if (!hours) return null
  const wanted = noteOf(muster, cell, hours, now)
  const known = await knownClash(store, member, wanted, now)
  return 'clash' in known ? known.clash : commit(store, known.member, wanted, now)
}

/** The row with something new said on top. */
export const saidAnew = (row: MusterCall, said: Pick<MusterCall, 'answer' | 'cells'>, by: Actor, now: Instant): MusterCall => ({
  ...row,
  ...said,
  ...{ answeredAt: now, by, version: row.version + 1 },
  history:
    row.answer === null
      ? row.history
      : [...row.history, { answer: row.answer, cells: row.cells, at: row.answeredAt ?? now, ...(row.by ? { by: row.by } : {}) }],
})

/**
 * Writes what one called person says: one conditional write on their own row, so that thousands who answer at once contend on nothing. A cell is noted on the
 * member before; what was given back is taken off afterwards, and a note that is left over is found to be wrong by the next act that meets it.
 */
const say = async (context: Answering, muster: Muster, member: Member, said: Said, by: Actor): Promise<MusterCall | null> => {
  const { store, now } = context
  const calls = store.table(MusterCalls)
  const read = () => calls.get(callId(muster._id, member._id))
  const [first] = await Promise.all([read(), markBranches(context, muster, [member])])
  let [row, looks] = [first, 0]
  return settle<MusterCall | null>(async () => {
    const seen = row
    if (!seen || seen.answer === 'gone') return null
    const cell = await newCell(context, muster, seen, member, said)
    const stays = cellsKept(seen.cells, said)
    const cells = cell === undefined ? stays : [...stays, cell]
    const left = seen.cells.filter(one => !cells.includes(one))
    if (seen.answer === said.answer && cells.length === seen.cells.length && cells.every(one => seen.cells.includes(one))) return seen
    const clash = cell === undefined ? null : await takeUp(context, muster, member, cell, left)
    if (clash) {
      // Another cell of this muster was given by an answer at the same moment, which is about to be written: what it says is judged again.
      if (clash.postId !== muster._id || ++looks > MOST_LOOKS) return context.fail('SHIFT_OVERLAPS', sayClash(clash))
      row = await read()
      return undefined
    }
    const next = saidAnew(seen, { answer: said.answer, cells }, by, now)
    if (await calls.swap(seen, next)) {
      await giveBack(store, muster, member._id, left)
      return next
    }
    row = await read()
    if (cell !== undefined && !row?.cells.includes(cell)) await forget(store, member._id, { postId: muster._id, shiftId: cell })
    return undefined
  })
}

/** Takes the notes of these cells off a member. */
export const giveBack = async (store: Store, muster: Pick<Muster, '_id'>, memberId: string, cells: readonly string[]): Promise<void> => {
  await Promise.all(cells.map(shiftId => forget(store, memberId, { postId: muster._id, shiftId })))
}

/** What stands then; a person who comes has said so. */
const heard = (muster: Muster, row: MusterCall, said: MusterAnswer) => ({
  answer: row.answer === 'gone' || row.answer === null ? said : row.answer,
  slots: slotsFor(muster, row.cells),
})

export const answer: Handlers<Pick<typeof contract, 'muster.answer' | 'muster.answerFor' | 'muster.rung'>> = {
  async 'muster.answer'({ answer: word, slot, instead }, context) {
    const { subject: muster, person, actor, fail } = context
    if (muster.state === 'ended') return fail('MUSTER_ENDED')
    const row = await say(context, muster, person, { answer: word, slot, instead }, actor)
    return row ? heard(muster, row, word) : fail('NOT_INVITED')
  },

  async 'muster.answerFor'({ memberId, answer: word, slot, instead }, context) {
    const { subject: muster, person, actor, store, fail, audit } = context
    const parts = partsOf(muster, person)
    if (parts.length === 0) return fail('FORBIDDEN')
    if (muster.state === 'ended') return fail('MUSTER_ENDED')
    const [row, member] = await Promise.all([
      store.table(MusterCalls).get(callId(muster._id, memberId)),
      store.table(Members).get(memberId),
    ])
    if (!row || row.answer === 'gone' || member?.state !== 'active' || !isWithin(parts, row)) return fail('NOT_FOUND')
    const asking: Answering = { store, now: context.now, fail }
    const after = await say(asking, muster, member, { answer: word, slot, instead }, actor)
    if (!after) return fail('NOT_FOUND')
    if (after.version !== row.version) audit(memberId, 'muster.answered', muster._id)
    return heard(muster, after, word)
  },

  async 'muster.rung'({ memberId }, context) {
    const { subject: muster, person, actor: by, now, commandId, store, fail } = context
    const parts = partsOf(muster, person)
    if (parts.length === 0) return fail('FORBIDDEN')
    if (muster.state === 'ended') return fail('MUSTER_ENDED')
    const calls = store.table(MusterCalls)
    const row = await calls.get(callId(muster._id, memberId))
    if (!row || !isWithin(parts, row)) return fail('NOT_FOUND')
    await calls.update(
      { _id: row._id, 'tries.commandId': { not: commandId } },
      { push: { tries: { at: now, by, commandId } }, inc: { version: 1 } },
    )
    const after = await calls.get(row._id)
    return { tries: (after ?? row).tries.length }
  },
}
