import { announce } from '../../../kernel/announcements'
import { MembersChanged, Members } from '../../people/public'
import { Farewells } from '../documents'
import { CareContacts, eldersOf, helpersOf, chainOf, careSettingsAt } from '../../care/public'
import { Requests } from '../../help/public'
import { Accounts } from '../../../kernel/identity'
import { scopesOf } from '../../../../core/shared/scopes'
import type { aftercare as contract } from '../../../../core/departures/aftercare/contract'
import { householdOf, isQuietEnd, judgeMarking, mayUndo, UNDO_MS } from '../../../../core/departures/aftercare/rules'
import { stepsFrom } from '../../../../core/departures/aftercare/steps'
import { addDays, dateOf } from '../../../../core/shared/calendar'
import type { Farewell } from '../documents'
import type { Context, Handlers } from '../use-case'
import { shiftsOf, signedUpFor } from './places'
import { remindingFrom } from './reminders'
import { mourn, officesIn, restore, stop } from './work'

type Marking = Handlers<Pick<typeof contract, 'aftercare.look' | 'aftercare.mark' | 'aftercare.undo' | 'aftercare.bereaved'>>

const MOST_FAMILY = 100

/** The bereaved have to be living members of the same branch. */
const checkBereaved = async (
  { store, subject, fail }: Context<'aftercare.mark'> | Context<'aftercare.bereaved'>,
  ids: readonly string[],
) => {
  const found = ids.length === 0 ? [] : await store.table(Members).getMany([...ids])
  const fit = found.filter(one => one.state === 'active' && one.branchId === subject.branchId && one._id !== subject._id)
  if (fit.length < new Set(ids).size) fail('NOT_FOUND')
}

/** P34 (S3): marking a death, and taking it back where it was a mistake. */
export const marking: Marking = {
  async 'aftercare.look'(_, { store, subject: member, now, fail }) {
    if (member.state !== 'active') return fail('AFTERCARE_MARKED')
    const [branch, helpers, elders, activities, shifts, accounts, requests, care, held] = await Promise.all([
      store.table(Members).findAll({ branchId: member.branchId, state: 'active' }),
      helpersOf(store, [member._id]),
      eldersOf(store, member._id),
      signedUpFor(store, member._id, now),
      shiftsOf(store, member._id, now),
      store.table(Accounts).find({ people: member._id }, { limit: MOST_FAMILY }),
      store.table(Requests).count({ 'owner.memberId': member._id, open: true }),
      store.table(CareContacts).get(member._id),
      careSettingsAt(store, member.path),
    ])
    return {
      name: member.name,
      offices: await officesIn(store, member.grants),
      helpers: (helpers.get(member._id) ?? []).map(({ memberId, name }) => ({ memberId, name })),
      elders: elders.map(({ memberId, name }) => ({ memberId, name })),
      activities: activities.map(one => one.title),
      shifts,
      familyHelpers: accounts.filter(one => one.memberId !== member._id).map(one => one.name ?? '家属'),
      requests,
      specialCare: care?.on ?? false,
      household: householdOf(member, branch),
      quietDays: held.settings.quietDays,
    }
  },

  async 'aftercare.mark'({ memberId, diedOn, toldBy, nameEnd, bereavedIds }, context) {
    const { store, subject: member, person, actor, now, commandId, audit, checkText, fail } = context
    const table = store.table(Farewells)
    const today = dateOf(now)
    const held = await table.get(memberId)
    // Marked already: whoever taps again hears the same, and what was cut off is finished.
    if (held?.state === 'marked') {
      if (held.dueAt !== undefined) await stop(context, held)
      return { undoUntil: held.undoUntil }
    }
    const commands = held?.commands ?? []
    // A late retry of what was taken back meanwhile.
    if (commands.includes(commandId)) return fail('CONFLICT')
    if (member.state !== 'active') return fail('NOT_FOUND')
    if (person._id === memberId) return fail('FORBIDDEN')
    const verdict = judgeMarking(member.name, { nameEnd, diedOn }, today)
    if (verdict !== 'right') return fail(verdict)
    const [{ settings }, chain] = await Promise.all([
      careSettingsAt(store, member.path),
      chainOf(store, member),
      checkText(toldBy),
      checkBereaved(context, bereavedIds),
    ])
    const one = (all: readonly { memberId: string; name: string }[]) => all.find(each => each.memberId !== memberId)
    const checklist = stepsFrom(today, { secretary: one(chain.secretary), leader: one(chain.leader), liaison: one(chain.liaison) })
    const row: Farewell = {
      _id: memberId,
      name: member.name,
      branchId: member.branchId,
      path: member.path,
      lists: scopesOf(member.path),
      state: 'marked',
      diedOn,
      toldBy,
      markedBy: actor,
      markedAt: now,
      commands: [...commands, commandId],
      undoUntil: now + UNDO_MS,
      dueAt: now,
      round: (held?.round ?? 0) + 1,
      bereavedIds,
      quietUntil: addDays(diedOn, settings.quietDays),
      checklist,
      ...remindingFrom(checklist, [], now).set,
      open: true,
      version: 1,
    }
    // One write decides, whoever marks at the same time; one that was taken back before gives way to the new one, and its notes with it.
    const { _id, ...set } = row
    const decided =
      (await table.add(row)) === 'added' ||
      (await table.update(
        { _id, state: 'undone', round: row.round - 1 },
        { set, unset: ['grants', 'openids', 'signups', 'shifts', 'hadCard', 'undoneBy', 'undoReason', 'reminded'] },
      )) > 0
    const stands = decided ? row : await table.get(memberId)
    if (stands?.state !== 'marked') return fail('CONFLICT')
    if (decided) audit(memberId, 'aftercare.marked', `${diedOn}，${toldBy}告知`)
    await stop(context, stands)
    return { undoUntil: stands.undoUntil }
  },

  async 'aftercare.undo'({ memberId, reason }, context) {
    const { store, subject, actor, now, holds, audit, checkText, fail } = context
    const table = store.table(Farewells)
    const row = await table.get(memberId)
    if (!row) return fail('NOT_FOUND')
    // Taken back already: what was cut off is finished.
    if (row.state === 'undone') return { lost: row.dueAt === undefined ? [] : await restore(context, row) }
    if (!mayUndo(row, now, holds(['bureau'], subject.path))) return fail('AFTERCARE_UNDO_LATE')
    await checkText(reason)
    // What stops is stopped to the end before it begins again.
    if (row.dueAt !== undefined) await stop(context, row)
    const round = row.round + 1
    const decided = await table.update(
      { _id: memberId, state: 'marked', round: row.round },
      { set: { state: 'undone', undoneBy: actor, undoReason: reason, round, dueAt: now, lists: [], open: false }, unset: ['remindAt'] },
    )
    const after = await table.get(memberId)
    if (after?.state !== 'undone') return fail('CONFLICT')
    if (decided > 0) audit(memberId, 'aftercare.undone', reason)
    return { lost: await restore(context, after) }
  },

  async 'aftercare.bereaved'({ memberId, bereavedIds, until }, context) {
    const { store, audit, fail } = context
    const row = await store.table(Farewells).get(memberId)
    if (row?.state !== 'marked') return fail('NOT_FOUND')
    await checkBereaved(context, bereavedIds)
    const quietUntil = until ?? row.quietUntil
    if (!isQuietEnd(quietUntil, row.diedOn)) return fail('INVALID_INPUT', { paths: ['until'] })
    await store.table(Farewells).update({ _id: memberId, state: 'marked' }, { set: { bereavedIds, quietUntil } })
    await mourn(context, { ...row, quietUntil }, bereavedIds)
    for (const id of bereavedIds) audit(id, 'aftercare.bereaved')
    await announce(context, MembersChanged, { branchId: row.branchId })
    return {}
  },
}
