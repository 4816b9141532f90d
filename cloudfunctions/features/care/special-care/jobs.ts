import type { CareRung } from '../../../../core/care/special-care/kinds'
import { overdueNotice } from '../../../../core/care/special-care/notices'
import { type Care, careFor, climbCare, kindsOf } from '../../../../core/care/special-care/rules'
import { addDays, dateOf, instantOf } from '../../../../core/shared/calendar'
import { scopesOf } from '../../../../core/shared/scopes'
import { eachRow, every, type Job } from '../../../kernel/jobs'
import { byNumber, firstBy } from '../../../kernel/keyset'
import { markedRows } from '../../../kernel/marks'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { type Member, Members, type Organization, Organizations } from '../../people/public'
import { chainOf } from '../chain'
import { rankOf } from './care'
import { type CareContact, CareContacts, type CarePlan, CarePlans } from './documents'
import { careSettingsAt } from './settings'
import { markSpecialCare } from './topic'

/** Branches and elders that one run looks at, and how many at a time. */
const BRANCHES = 100
const PEOPLE = 500
const AT_A_TIME = 8
/** When every branch is looked through even without a change: birthdays make members 高龄. */
const NIGHTLY = '03:00'

const placed = (member: Member, care: Care): Omit<CareContact, 'version'> => ({
  _id: member._id,
  name: member.name,
  branchId: member.branchId,
  groupId: member.groupId,
  ...(member.groupName === undefined ? {} : { groupName: member.groupName }),
  lists: scopesOf(member.path),
  rank: rankOf(care),
  on: true,
  ...care,
})

/** The row of an elder who left special care: on no list, without a clock, last contacts kept. */
const left = (row: CareContact): CareContact => ({ ...row, on: false, lists: [], lookAt: null, rung: null })

const same = (row: CareContact, next: Omit<CareContact, 'version'>): boolean =>
  Object.entries(next).every(
    ([field, value]) => JSON.stringify(Object.entries(row).find(([key]) => key === field)?.[1]) === JSON.stringify(value),
  )

/** Writes a row over the one that was read. False where it changed meanwhile. */
const write = async (ports: Ports, row: CareContact | undefined, next: Omit<CareContact, 'version'>): Promise<boolean> => {
  const table = ports.store.table(CareContacts)
  if (!row) return (await table.add({ ...next, version: 1 })) === 'added'
  const { _id, ...set } = next
  return (
    (await table.update(
      { _id, version: row.version },
      { set, unset: next.groupName === undefined ? ['groupName'] : [], inc: { version: 1 } },
    )) > 0
  )
}

/** Looks through a branch for elders who enter or leave special care or have another rhythm now. Without changes nothing is written. */
const lookThrough = async (ports: Ports, plan: CarePlan, branch: Organization | undefined): Promise<void> => {
  const { store, now } = ports
  const plans = store.table(CarePlans)
  if (branch?.kind !== 'branch') {
    await plans.remove({ _id: plan._id })
    return
  }
  const [{ settings }, members, known] = await Promise.all([
    careSettingsAt(store, branch.path),
    store.table(Members).findAll({ branchId: branch._id, state: 'active' }),
    store.table(CareContacts).findAll({ branchId: branch._id }),
  ])
  const today = dateOf(now)
  const special = members
    .map(member => ({ member, kinds: kindsOf(member, today, settings.elderlyAge) }))
    .filter(one => one.kinds.length > 0)
  // An elder who came from another branch has a row there.
  const missing = special.map(one => one.member._id).filter(id => !known.some(row => row._id === id))
  const moved = await store.table(CareContacts).getMany(missing)
  const rows = new Map([...known, ...moved].map(row => [row._id, row]))

  const entering = special.flatMap(({ member, kinds }) => {
    const row = rows.get(member._id)
    const held = row && (row.on ? row : { ...row, since: now, dueAt: null, rung: null, lookAt: null })
    const care = careFor(held ?? null, kinds, settings.rhythms, now)
    if (!care) return []
    const next = placed(member, care)
    return row && same(row, next) ? [] : [{ row, next }]
  })
  const leaving = known.filter(row => row.on && !special.some(one => one.member._id === row._id)).map(row => ({ row, next: left(row) }))
  const written = await Promise.all([...entering, ...leaving].map(({ row, next }) => write(ports, row, next)))
  if (written.length > 0) await markSpecialCare(ports, branch._id)
  // Rows that changed meanwhile are looked at again in a minute.
  if (written.includes(false)) return
  await plans.update({ _id: plan._id, marks: plan.marks }, { set: { due: instantOf(addDays(today, 1), NIGHTLY), path: branch.path } })
}

/** Looks through the branches whose roster changed, and every branch once a night. */
const lookThroughBranches: Job = async ports => {
  const { store } = ports
  const due = await markedRows(ports, CarePlans, BRANCHES)
  const branches = new Map((await store.table(Organizations).getMany(due.map(one => one._id))).map(one => [one._id, one]))
  return eachRow(due, 'lookThroughBranches', plan => lookThrough(ports, plan, branches.get(plan._id)), AT_A_TIME)
}

/**
 * Tells the next rung, then notes it. If it is cut off in between, the rung is told again, which is the same message; a contact made
 * meanwhile stands.
 */
const remind = async (ports: Ports, row: CareContact): Promise<void> => {
  const { store, now } = ports
  const path = `/${row.lists.join('/')}/`
  const [{ settings }, chain] = await Promise.all([
    careSettingsAt(store, path),
    chainOf(store, { _id: row._id, branchId: row.branchId, groupId: row.groupId, path }),
  ])
  // An elder is not asked to contact themselves.
  const others = (rung: CareRung) => chain[rung].map(one => one.memberId).filter(id => id !== row._id)
  const asked = { liaison: others('liaison'), leader: others('leader'), secretary: others('secretary'), street: others('street') }
  const step = climbCare(row, asked, settings.clocks, now)
  if (!step) return
  const { care, told } = step
  if (told.length > 0 && care.rung !== null) await tell(ports, told, overdueNotice(row, care.rung, now))
  await store
    .table(CareContacts)
    .update({ _id: row._id, version: row.version }, { set: { rung: care.rung, lookAt: care.lookAt }, inc: { version: 1 } })
  await markSpecialCare(ports, row.branchId)
}

/** Reminds of every elder whose call or visit is late and whose rung has had its time. */
const remindOfCare: Job = async ports => {
  const { store, now } = ports
  const due = await firstBy(store.table(CareContacts), { lookAt: { lte: now } }, byNumber('lookAt'), PEOPLE)
  return eachRow(due, 'remindOfCare', row => remind(ports, row), AT_A_TIME)
}

/** The timer's jobs of special care. */
export const careJobs = { lookThroughBranches, remindOfCare: every(5, remindOfCare) } satisfies Record<string, Job>
