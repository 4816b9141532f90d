import { trainings as contract } from '../../../../core/life/trainings/contract'
import { isRightTraining } from '../../../../core/life/trainings/rules'
import { trainingHours } from '../../../../core/life/study/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { writeExport } from '../../../kernel/files'
import type { Store } from '../../../kernel/store'
import { Committees, Members, regulationsFor, type Organization } from '../../people/public'
import { conversionOn } from '../study/learnt'
import { markStudies } from '../study/mark'
import type { Handlers } from '../use-case'
import { Trainings, type Training } from './documents'

/** More trainings than an organization records in a year. */
const MOST = 300

const ofYear = async (store: Store, orgId: string, year: number): Promise<Training[]> =>
  store.table(Trainings).find(
    { orgId, from: { gte: `${String(year)}-01-01`, lt: `${String(year + 1)}-01-01` }, removedAt: { exists: false } },
    { order: [['from', 'desc'], ['_id', 'desc']], limit: MOST }, // prettier-ignore
  )

/** Those on the committee of a branch who were at no training in a year, wherever it was recorded. */
const waitingIn = async (store: Store, branch: Organization, year: number) => {
  const seats = (await store.table(Committees).get(branch._id))?.term?.seats ?? []
  const people = new Map(seats.map(({ memberId, name }) => [memberId, { memberId, name }]))
  if (people.size === 0) return []
  const from = { gte: `${String(year)}-01-01`, lt: `${String(year + 1)}-01-01` }
  const trained = await store.table(Trainings).findAll({ 'people.memberId': { in: [...people.keys()] }, from })
  for (const one of trained.flatMap(row => row.people)) people.delete(one.memberId)
  return [...people.values()]
}

const columns = [
  { title: '培训', width: 30 },
  { title: '地点', width: 20 },
  { title: '从', width: 14 },
  { title: '到', width: 14 },
  { title: '姓名', width: 12 },
  { title: '学时', width: 8 },
] as const

/** Training periods held elsewhere (P13 集中培训): recorded once for all who were there, counted by the rule set. */
export const handlers: Handlers<typeof contract> = {
  async 'training.record'({ orgId, title, place = '', from, to, halfDays, memberIds }, context) {
    const { store, subject: org, actor, commandId, now, fail, audit, checkText } = context
    const table = store.table(Trainings)
    const existing = await table.get(commandId)
    if (existing) return { trainingId: existing._id }
    if (!isRightTraining({ from, to, halfDays }, dateOf(now)))
      return fail('INVALID_INPUT', { paths: ['from', 'to', 'halfDays'], message: '培训的日子或者天数不对' })
    const ids = [...new Set(memberIds)]
    const [members] = await Promise.all([store.table(Members).getMany(ids), checkText(title, place)])
    const found = members.filter(one => one.state === 'active' && one.path.startsWith(org.path))
    // All of them or none: a list chosen by eye is not recorded by halves.
    if (found.length < ids.length) return fail('NOT_FOUND')
    const people = found.map(({ _id, name }) => ({ memberId: _id, name })).sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'))
    await table.add({ _id: commandId, orgId, path: org.path, title, place, from, to, halfDays, people, createdBy: actor, createdAt: now })
    for (const { memberId } of people) audit(memberId, 'study.reported')
    await markStudies(
      context,
      found.map(one => one.branchId),
    )
    return { trainingId: commandId }
  },

  async 'training.remove'({ trainingId }, context) {
    const { store, subject: training, now, audit } = context
    const members = await store.table(Members).getMany(training.people.map(one => one.memberId))
    await store.table(Trainings).update({ _id: trainingId }, { set: { people: [], removedAt: now } })
    for (const { memberId } of training.people) audit(memberId, 'study.reported', '撤回')
    await markStudies(
      context,
      members.map(one => one.branchId),
    )
    return {}
  },

  async 'training.list'({ orgId, year }, { store, subject: org }) {
    const [rows, book, waiting] = await Promise.all([
      ofYear(store, orgId, year),
      regulationsFor(store, org.path),
      org.kind === 'branch' ? waitingIn(store, org, year) : [],
    ])
    return {
      items: rows.map(({ _id, title, place, from, to, halfDays, people }) => ({
        ...{ trainingId: _id, title, place, from, to, halfDays, people },
        hours: trainingHours(halfDays, conversionOn(book, from)),
      })),
      waiting,
    }
  },

  async 'training.export'({ orgId, year }, context) {
    const { store, subject: org, audit } = context
    const [rows, book, { writeWorkbook }] = await Promise.all([
      ofYear(store, orgId, year),
      regulationsFor(store, org.path),
      import('../../../spreadsheets/write'),
    ])
    const lines = rows.flatMap(({ title, place, from, to, halfDays, people }) =>
      people.map(({ name }) => [title, place, from, to, name, String(trainingHours(halfDays, conversionOn(book, from)))]),
    )
    for (const memberId of new Set(rows.flatMap(row => row.people.map(one => one.memberId)))) audit(memberId, 'study.exported')
    const content = await writeWorkbook([{ name: '集中培训', columns, rows: lines }])
    return writeExport(context, { name: `集中培训${String(year)}`, about: org._id, content })
  },
}

export { contract }
export { homes } from '../use-case'
