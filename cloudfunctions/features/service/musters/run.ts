import type { musters as contract } from '../../../../core/service/musters/contract'
import { handedOverNotice } from '../../../../core/service/musters/notices'
import { cellOf, hoursAt, placeAt, reliefOf, slotsOf, type Slot } from '../../../../core/service/musters/rules'
import { sayMoment, saySpan } from '../../../../core/shared/spans'
import { Failure } from '../../../kernel/failure'
import { writeExport } from '../../../kernel/files'
import { inGroups } from '../../../kernel/in-groups'
import { byText, rowsBy } from '../../../kernel/keyset'
import { settleRow } from '../../../kernel/settle'
import { Members, Organizations } from '../../people/public'
import type { Context, Handlers } from '../use-case'
import { CALL_MS, LEASE } from '../../../kernel/acts'
import { goOn } from './acts'
import { slotsFor } from './answer'
import { MusterCalls, Musters, type Act, type Muster, type MusterCall } from './documents'
import { markBranches } from './figures'
import { ledBy, partsOf, runs } from './parts'

const MINUTE = 60_000
const AT_A_TIME = 20
/** More people than one sheet holds. */
const MOST_ROWS = 20_000
/** The silent are asked again at the most so often. */
const [AGAIN, AGAIN_WITHIN] = [1, 5 * MINUTE]

/** So many commands that asked again are known: more officers than ask at the same moment. */
const COMMANDS_KEPT = 20

const byPath = byText('path')

type Acting = Pick<Context<'muster.end'>, 'store'>

/** Changes a muster on a condition: `change` judges it as it stands, null where nothing is to be written. */
const changed = ({ store }: Acting, seen: Muster, change: (muster: Muster) => Muster | null): Promise<Muster> => {
  const table = store.table(Musters)
  return settleRow<Muster, Muster>(
    seen,
    () => table.get(seen._id),
    async row => {
      if (!row) throw new Failure('NOT_FOUND')
      const next = change(row)
      return next === null ? row : (await table.swap(row, next)) ? next : undefined
    },
  )
}

const knownCell = (muster: Muster, slot: Slot): string | undefined => (hoursAt(muster, cellOf(slot)) ? cellOf(slot) : undefined)

export const run: Handlers<Pick<typeof contract, 'muster.remind' | 'muster.lead' | 'muster.handOver' | 'muster.end' | 'muster.export'>> = {
  async 'muster.remind'(_input, context) {
    const { subject: muster, person, store, now, commandId, limitCommands, fail } = context
    const parts = partsOf(muster, person)
    if (parts.length === 0) return fail('FORBIDDEN')
    if (muster.state === 'ended') return fail('MUSTER_ENDED')
    const silent = await Promise.all(
      parts.map(({ path }) => store.table(MusterCalls).count({ musterId: muster._id, answer: null, path: { startsWith: path } })),
    )
    const asked = silent.reduce((sum, one) => sum + one, 0)
    if (asked === 0) return { asked }
    await limitCommands(`${muster._id}:${person._id}`, AGAIN, AGAIN_WITHIN)
    const after = await changed(context, muster, row => {
      const askedBy = row.askedBy ?? []
      if (askedBy.includes(commandId)) return null
      const nth = row.asked + 1
      const asking = parts.map(({ path }): Act => ({ what: 'ask', nth, at: now, within: path }))
      const ringing: Act = { what: 'ring', nth: nth + 1, at: now + (row.ringAt - row.createdAt) }
      return {
        ...row,
        asked: nth,
        askedBy: [...askedBy, commandId].slice(-COMMANDS_KEPT),
        acts: [...row.acts, ...asking, { what: 'send', nth, at: now }, ringing],
        actDue: now + LEASE,
      }
    })
    await goOn(context, after, CALL_MS)
    return { asked }
  },

  async 'muster.lead'({ slot, memberId }, context) {
    const { subject: muster, person, store, fail } = context
    if (!runs(muster, person)) return fail('FORBIDDEN')
    if (muster.state === 'ended') return fail('MUSTER_ENDED')
    const cell = knownCell(muster, slot)
    if (cell === undefined) return fail('INVALID_INPUT', { paths: ['slot'] })
    const member = memberId === null ? null : await store.table(Members).get(memberId)
    if (memberId !== null && (member?.state !== 'active' || !member.path.startsWith(muster.path))) return fail('NOT_FOUND')
    await changed(context, muster, row => ({
      ...row,
      leads: [...row.leads.filter(one => one.cell !== cell), ...(member ? [{ cell, memberId: member._id, name: member.name }] : [])],
    }))
    return {}
  },

  async 'muster.handOver'({ slot, words }, context) {
    const { subject: muster, person, actor: by, now, commandId, store, tell, checkText, fail } = context
    const cell = knownCell(muster, slot)
    if (partsOf(muster, person).length === 0 && !(cell !== undefined && ledBy(muster, person._id).includes(cell))) return fail('FORBIDDEN')
    if (muster.state === 'ended') return fail('MUSTER_ENDED')
    if (cell === undefined) return fail('INVALID_INPUT', { paths: ['slot'] })
    await checkText(words)
    const after = await changed(context, muster, row =>
      row.handOvers.some(one => one.commandId === commandId)
        ? null
        : { ...row, handOvers: [...row.handOvers, { cell, at: now, by, words, commandId }] },
    )
    const said = after.handOvers.find(one => one.commandId === commandId)
    const calls = store.table(MusterCalls)
    const here = await calls.findAll({ musterId: muster._id, 'arrivals.cell': cell })
    await markBranches(context, muster, here)
    const relieved = here.filter(one =>
      one.arrivals.some(each => each.cell === cell && (each.leftAt === undefined || each.leftAt === said?.at)),
    )
    await inGroups(relieved, AT_A_TIME, seen =>
      settleRow<MusterCall, true>(
        seen,
        () => calls.get(seen._id),
        async row => {
          if (!row?.arrivals.some(one => one.cell === cell && one.leftAt === undefined)) return true
          const arrivals = row.arrivals.map(one =>
            one.cell === cell && one.leftAt === undefined ? { ...one, leftAt: said?.at ?? now } : one,
          )
          return (await calls.swap(row, { ...row, arrivals, version: row.version + 1 })) || undefined
        },
      ),
    )
    const next = reliefOf(muster.shifts, slot.shift)
    const [hours, place] = [next === null ? undefined : muster.shifts[next], placeAt(muster, cell)]
    if (next !== null && hours && place) {
      const following = await calls.findAll({ musterId: muster._id, cells: cellOf({ place: slot.place, shift: next }) })
      await tell(
        following.map(one => one.memberId),
        handedOverNotice(muster, place.name, hours, { by: by.name, words, at: said?.at ?? now }),
      )
    }
    return { relieved: relieved.length }
  },

  async 'muster.end'({ words = '' }, context) {
    const { subject: muster, person, actor: by, now, store, checkText, fail } = context
    if (!runs(muster, person)) return fail('FORBIDDEN')
    if (!muster.ended) await checkText(words)
    const after = await changed(context, muster, row =>
      row.ended
        ? null
        : {
            ...row,
            state: 'ended',
            ended: { at: now, by, words },
            acts: [
              { what: 'end', nth: 0, at: now },
              { what: 'send', nth: 0, at: now },
            ],
            actDue: now + LEASE,
          },
    )
    await goOn(context, after, CALL_MS)
    return { arrived: await store.table(MusterCalls).count({ musterId: muster._id, 'arrivals.cell': { gt: '' } }) }
  },

  async 'muster.export'(_input, context) {
    const { subject: muster, person, store, audit, fail } = context
    const parts = partsOf(muster, person)
    if (parts.length === 0) return fail('FORBIDDEN')
    const rows: MusterCall[] = []
    for (const { path } of parts)
      rows.push(
        ...(await rowsBy(store.table(MusterCalls), { musterId: muster._id, path: { startsWith: path } }, byPath, { most: MOST_ROWS }))
          .items,
      )
    const [branches, { writeWorkbook }] = await Promise.all([
      store.table(Organizations).getMany([...new Set(rows.map(one => one.branchId))]),
      import('../../../spreadsheets/write'),
    ])
    const nameOf = new Map(branches.map(one => [one._id, one.name]))
    for (const { memberId } of rows) audit(memberId, 'muster.exported', muster._id)
    const content = await writeWorkbook([
      { name: '集结名单', columns: peopleColumns, rows: rows.filter(one => one.answer !== 'gone').map(one => lineOf(muster, one, nameOf)) },
      { name: '点位和班次', columns: gridColumns, rows: gridLines(muster, rows) },
    ])
    return writeExport(context, { name: '应急集结', about: muster._id, content })
  },
}

const peopleColumns = [
  { title: '姓名', width: 12 },
  { title: '支部', width: 26 },
  { title: '回话', width: 10 },
  { title: '代回话', width: 12 },
  { title: '点位和班次', width: 44 },
  { title: '到场', width: 30 },
  { title: '打过电话没接', width: 12 },
] as const
const gridColumns = [
  { title: '点位', width: 24 },
  { title: '班次', width: 30 },
  { title: '要', width: 8 },
  { title: '能来', width: 8 },
  { title: '到场', width: 8 },
  { title: '班长', width: 12 },
  { title: '交班', width: 40 },
] as const
const answerWords = { coming: '能来', late: '晚到', no: '不能来', gone: '' } as const

const sayCell = (muster: Muster, cell: string): string => {
  const hours = hoursAt(muster, cell)
  return `${placeAt(muster, cell)?.name ?? ''}${hours ? ` ${saySpan(hours)}` : ''}`
}

const lineOf = (muster: Muster, row: MusterCall, nameOf: ReadonlyMap<string, string>): string[] => [
  row.name,
  nameOf.get(row.branchId) ?? '',
  row.answer === null ? '没有回话' : answerWords[row.answer],
  row.by && row.by.memberId !== row.memberId ? row.by.name : '',
  slotsFor(muster, row.cells)
    .map(one => sayCell(muster, cellOf(one)))
    .join('；'),
  row.arrivals
    .map(
      one => `${placeAt(muster, one.cell)?.name ?? ''} ${sayMoment(one.at)}${one.leftAt === undefined ? '' : `—${sayMoment(one.leftAt)}`}`,
    )
    .join('；'),
  row.tries.length === 0 ? '' : `${String(row.tries.length)}次`,
]

const gridLines = (muster: Muster, rows: readonly MusterCall[]): string[][] =>
  slotsOf(muster).map(slot => {
    const cell = cellOf(slot)
    const handed = muster.handOvers.findLast(one => one.cell === cell)
    return [
      ...[muster.places[slot.place]?.name ?? '', saySpan(muster.shifts[slot.shift] ?? muster), String(muster.need)],
      String(rows.filter(one => one.cells.includes(cell)).length),
      String(rows.filter(one => one.arrivals.some(each => each.cell === cell)).length),
      muster.leads.find(one => one.cell === cell)?.name ?? '',
      handed ? `${sayMoment(handed.at)} ${handed.by.name} ${handed.words}`.trim() : '',
    ]
  })
