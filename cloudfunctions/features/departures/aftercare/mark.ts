import type { aftercare as contract } from '../../../../core/departures/aftercare/contract'
import { judgeMarking, UNDO_MS } from '../../../../core/departures/aftercare/rules'
import { stepsFrom } from '../../../../core/departures/aftercare/steps'
import { addDays, dateOf } from '../../../../core/shared/calendar'
import { scopesOf } from '../../../../core/shared/scopes'
import { careSettingsAt, chainOf } from '../../care/public'
import { type Farewell, Farewells } from '../documents'
import type { Handlers } from '../use-case'
import { checkBereaved } from './bereaved'
import { remindingFrom } from './reminders'
import { stop } from './stop'

export const mark: Handlers<Pick<typeof contract, 'aftercare.mark'>> = {
  async 'aftercare.mark'({ memberId, diedOn, toldBy, nameEnd, bereavedIds }, context) {
    const { store, subject: member, person, actor, now, commandId, audit, checkText, fail } = context
    const table = store.table(Farewells)
    const today = dateOf(now)
    const held = await table.get(memberId)
    // Marked already: a repeated tap gets the same answer, and what was cut off is finished.
    if (held?.state === 'marked') {
      if (held.dueAt !== undefined) await stop(context, held)
      return { undoUntil: held.undoUntil }
    }
    const commands = held?.commands ?? []
    // A late repetition of a command that was taken back meanwhile.
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
    // One write decides between simultaneous markings. A row that was undone gives way to the new one, with its notes.
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
}
