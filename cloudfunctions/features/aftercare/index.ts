import type { aftercare as contract } from '../../../core/aftercare/contract'
import { mayUndo, ticked } from '../../../core/aftercare/rules'
import type { Step } from '../../../core/aftercare/steps'
import { addDays, dateOf } from '../../../core/shared/calendar'
import type { Farewell } from '../../kernel/documents/aftercare'
import type { Member } from '../../kernel/documents/people'
import { untilFirst } from '../../kernel/overtaken'
import { afterNumber, pageOf } from '../../kernel/pages'
import type { Context, Handlers } from '../../kernel/ports'
import type { Store } from '../../kernel/store'
import { chainOf } from '../requests/people'
import { marking } from './marking'
import { remindingFrom } from './reminders'
import { summaryOf } from './view'
import { officesIn } from './work'

const PAGE = 30
const MOST_STEPS = 30

/** Changes the checklist of one family by what is made of it as it stands; the same list leaves it. */
const changeChecklist = (
  { store, subject, now, fail }: Context<'aftercare.tick'> | Context<'aftercare.plan'>,
  make: (checklist: readonly Step[]) => readonly Step[] | null,
): Promise<{ checklist: Step[] }> =>
  untilFirst(async () => {
    const table = store.table('aftercare')
    const row = await table.get(subject._id)
    if (row?.state !== 'marked') return fail('NOT_FOUND')
    const made = make(row.checklist)
    if (made === null) return fail('NOT_FOUND')
    const checklist = [...made]
    if (made === row.checklist) return { checklist }
    const { set: next, unset = [] } = remindingFrom(checklist, row.reminded ?? [], now)
    const set = { checklist, open: checklist.some(step => !step.done), ...next }
    const written = await table.update({ _id: row._id, state: 'marked', version: row.version }, { set, unset, inc: { version: 1 } })
    return written > 0 ? { checklist } : undefined
  })

const standing = (row: Farewell | null): row is Farewell => row?.state === 'marked'

/** The member of that name among those who stand around somebody; none where it is nobody of them, or just words. */
const namedAround = async (store: Store, member: Member, name: string): Promise<string | undefined> => {
  const { liaison, leader, secretary } = await chainOf(store, member)
  return [...liaison, ...leader, ...secretary].find(one => one.name === name && one.memberId !== member._id)?.memberId
}

/** P34 (S3 善后): careful marking, everything stopped at once, a list of what to do for the family, and a day to take it back. */
export const aftercare: Handlers<typeof contract> = {
  ...marking,

  async 'aftercare.get'({ memberId }, { store, actor, now, holds, fail }) {
    const row = await store.table('aftercare').get(memberId)
    if (!standing(row)) return fail('NOT_FOUND')
    const [offices, bereaved] = await Promise.all([officesIn(store, row.grants ?? []), store.table('members').getMany(row.bereavedIds)])
    return {
      ...summaryOf(row, now, actor.memberId),
      toldBy: row.toldBy,
      undoUntil: row.undoUntil,
      mayUndo: mayUndo(row, now, holds(['bureau'], row.path)),
      offices,
      bereaved: bereaved.map(one => ({ memberId: one._id, name: one.name })),
      quietUntil: row.quietUntil,
      checklist: row.checklist,
    }
  },

  async 'aftercare.list'({ orgId, cursor }, { store, actor, now }) {
    const table = store.table('aftercare')
    const [rows, open] = await Promise.all([
      table.find(
        { lists: orgId },
        {
          order: [
            ['markedAt', 'desc'],
            ['_id', 'desc'],
          ],
          limit: PAGE + 1,
          ...afterNumber(cursor),
        },
      ),
      table.count({ lists: orgId, open: true }),
    ])
    const { items, cursor: next } = pageOf(rows, PAGE, row => row.markedAt)
    return { items: items.map(row => summaryOf(row, now, actor.memberId)), cursor: next, open }
  },

  async 'aftercare.tick'({ stepId, done, note = '' }, context) {
    const { actor, now, checkText } = context
    await checkText(note)
    return changeChecklist(context, list => ticked(list, stepId, done ? { at: now, name: actor.name, note } : null))
  },

  async 'aftercare.plan'({ stepId, title, who, by, remove }, context) {
    const { store, subject, commandId, now, checkText, fail } = context
    const [whose] = await Promise.all([who === undefined ? undefined : namedAround(store, subject, who), checkText(title, who)])
    return changeChecklist(context, list => {
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
    })
  },

  // The secretary's number, or that of whoever is on duty above: theirs is the office to be rung.
  async 'aftercare.contact'(_, { store, account }) {
    const ids = (account?.actingFor ?? []).map(bond => bond.memberId)
    const rows = ids.length === 0 ? [] : (await store.table('aftercare').getMany(ids)).filter(standing)
    const items = await Promise.all(
      rows.map(async row => {
        const chain = await chainOf(store, { _id: row._id, branchId: row.branchId, groupId: null, path: row.path })
        const whom = chain.secretary.length > 0 ? chain.secretary : chain.street
        const people = await store.table('members').getMany(whom.map(one => one.memberId))
        return { name: row.name, contacts: people.flatMap(({ name, phones: [phone] }) => (phone === undefined ? [] : [{ name, phone }])) }
      }),
    )
    return { items }
  },
}
