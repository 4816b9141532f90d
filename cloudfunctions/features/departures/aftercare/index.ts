import { Members } from '../../people/public'
import { PairingHistory, chainOf } from '../../care/public'
import { Farewells } from '../documents'
import { aftercare as contract } from '../../../../core/departures/aftercare/contract'
import { mayUndo, stepsLeftOf, ticked } from '../../../../core/departures/aftercare/rules'
import type { Step } from '../../../../core/departures/aftercare/steps'
import { addDays, dateOf } from '../../../../core/shared/calendar'
import type { Farewell } from '../documents'
import type { Member } from '../../people/public'
import { settle } from '../../../kernel/settle'
import { byNumber, pageBy } from '../../../kernel/keyset'
import type { Ports } from '../../../kernel/ports'
import type { Handlers } from '../use-case'
import type { Store } from '../../../kernel/store'
import { marking } from './marking'
import { remindingFrom } from './reminders'
import { overFamily, overSteps, seatAt, standing } from './seats'
import { summaryOf } from './view'
import { officesIn } from './work'

const PAGE = 30
const MOST_STEPS = 30
/** As many of those who looked after somebody last are known by their name. */
const FORMER = 20
/** More families than one person has something to do for at a time. */
const MOST_FAMILIES = 30

/** Makes of a family's checklist, as it stood when read, what `made` says; nothing where it was changed meanwhile, the same list leaves it. */
const writeChecklist = async (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  row: Farewell,
  made: readonly Step[],
): Promise<{ checklist: Step[] } | undefined> => {
  const checklist = [...made]
  if (made === row.checklist) return { checklist }
  const { set: next, unset = [] } = remindingFrom(checklist, row.reminded ?? [], now)
  const set = { checklist, open: checklist.some(step => !step.done), ...next }
  const as = { _id: row._id, state: 'marked', version: row.version } as const
  const written = await store.table(Farewells).update(as, { set, unset, inc: { version: 1 } })
  return written > 0 ? { checklist } : undefined
}

/** The member of that name among those who stand around somebody or looked after them; none where it is nobody of them, or just words. */
const namedAround = async (store: Store, member: Member, name: string): Promise<string | undefined> => {
  const [{ liaison, leader, secretary }, former] = await Promise.all([
    chainOf(store, member),
    store.table(PairingHistory).find(
      { memberId: member._id },
      {
        order: [
          ['until', 'desc'],
          ['_id', 'desc'],
        ],
        limit: FORMER,
      },
    ),
  ])
  const looked = former.filter(one => !one.partner).map(one => ({ memberId: one.helperId, name: one.helperName }))
  return [...liaison, ...leader, ...secretary, ...looked].find(one => one.name === name && one.memberId !== member._id)?.memberId
}

/** P34 (S3 善后): careful marking, everything stopped at once, a list of what to do for the family, and a day to take it back. */
export const handlers: Handlers<typeof contract> = {
  ...marking,

  async 'aftercare.get'({ memberId }, context) {
    const { store, now, holds } = context
    const { row, officer, sees } = await seatAt(memberId, overFamily, context)
    const { name, diedOn } = row
    const checklist = row.checklist.filter(sees)
    if (!officer) return { memberId, name, diedOn, checklist, officers: null }
    const [offices, bereaved] = await Promise.all([officesIn(store, row.grants ?? []), store.table(Members).getMany(row.bereavedIds)])
    const { branchId, markedAt, markedBy, done, steps, late } = summaryOf(row, now)
    return {
      memberId,
      name,
      diedOn,
      checklist,
      officers: {
        branchId,
        markedAt,
        markedBy,
        done,
        steps,
        late,
        toldBy: row.toldBy,
        undoUntil: row.undoUntil,
        mayUndo: mayUndo(row, now, holds(['bureau'], row.path)),
        offices,
        bereaved: bereaved.map(one => ({ memberId: one._id, name: one.name })),
        quietUntil: row.quietUntil,
      },
    }
  },

  async 'aftercare.mine'(_, { store, actor: { memberId } }) {
    if (memberId === null) return { items: [] }
    const rows = await store.table(Farewells).find({ 'checklist.whoId': memberId, open: true }, { limit: MOST_FAMILIES })
    const items = rows.flatMap(({ _id, name, checklist }) => {
      const steps = stepsLeftOf(checklist, memberId).map(({ title, by }) => ({ title, by }))
      return steps.length === 0 ? [] : [{ memberId: _id, name, steps }]
    })
    return { items: items.sort((one, other) => ((one.steps[0]?.by ?? '') < (other.steps[0]?.by ?? '') ? -1 : 1)) }
  },

  async 'aftercare.list'({ orgId, cursor }, { store, now }) {
    const table = store.table(Farewells)
    const [rows, open] = await Promise.all([
      pageBy(table, { lists: orgId }, byNumber('markedAt', 'desc'), { size: PAGE, cursor }),
      table.count({ lists: orgId, open: true }),
    ])
    const { items, cursor: next } = rows
    return { items: items.map(row => summaryOf(row, now)), cursor: next, open }
  },

  async 'aftercare.tick'({ memberId, stepId, done, note = '' }, context) {
    const { actor, now, checkText, fail } = context
    await checkText(note)
    // Judged on the list as it stands: a step may be given to somebody else in the moment of the tap.
    return settle(async () => {
      const { row, officer, sees } = await seatAt(memberId, overSteps, context)
      if (!officer && !row.checklist.some(step => step.stepId === stepId && sees(step))) return fail('FORBIDDEN')
      const made = ticked(row.checklist, stepId, done ? { at: now, name: actor.name, note } : null)
      if (made === null) return fail('NOT_FOUND')
      const written = await writeChecklist(context, row, made)
      return written && { checklist: written.checklist.filter(sees) }
    })
  },

  async 'aftercare.plan'({ stepId, title, who, by, remove }, context) {
    const { store, subject, commandId, now, checkText, fail } = context
    const [whose] = await Promise.all([who === undefined ? undefined : namedAround(store, subject, who), checkText(title, who)])
    const make = (list: readonly Step[]): readonly Step[] | null => {
      if (stepId === undefined) {
        // The command's own id names the step, so that a second tap adds nothing.
        if (list.some(one => one.stepId === commandId)) return list
        if (title === undefined || list.length >= MOST_STEPS) return fail('INVALID_INPUT', { paths: ['title'] })
        return [
          ...list,
          { stepId: commandId, title, who: who ?? '支部书记', ...(whose ? { whoId: whose } : {}), by: by ?? addDays(dateOf(now), 7) },
        ]
      }
      if (remove) return list.some(one => one.stepId === stepId) ? list.filter(one => one.stepId !== stepId) : list
      if (!list.some(one => one.stepId === stepId)) return null
      const change = {
        ...(title === undefined ? {} : { title }),
        ...(by === undefined ? {} : { by }),
      }
      return list.map(one => {
        if (one.stepId !== stepId) return one
        if (who === undefined || who === one.who) return { ...one, ...change }
        const { title: words, by: day, done } = { ...one, ...change }
        return { stepId, title: words, who, ...(whose ? { whoId: whose } : {}), by: day, ...(done ? { done } : {}) }
      })
    }
    return settle(async () => {
      const row = await store.table(Farewells).get(subject._id)
      const made = standing(row) ? make(row.checklist) : null
      return standing(row) && made !== null ? writeChecklist(context, row, made) : fail('NOT_FOUND')
    })
  },

  // The secretary's number, or that of whoever is on duty above: theirs is the office to be rung.
  async 'aftercare.contact'(_, { store, account }) {
    const ids = (account?.actingFor ?? []).map(bond => bond.memberId)
    const rows = ids.length === 0 ? [] : (await store.table(Farewells).getMany(ids)).filter(standing)
    const items = await Promise.all(
      rows.map(async row => {
        const chain = await chainOf(store, { _id: row._id, branchId: row.branchId, groupId: null, path: row.path })
        const whom = chain.secretary.length > 0 ? chain.secretary : chain.street
        const people = await store.table(Members).getMany(whom.map(one => one.memberId))
        return { name: row.name, contacts: people.flatMap(({ name, phones: [phone] }) => (phone === undefined ? [] : [{ name, phone }])) }
      }),
    )
    return { items }
  },
}

export { contract }
export { homes } from '../use-case'
