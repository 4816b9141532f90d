import { beganSince } from '../../../core/life/activities/rules'
import { placeNow, rightsGo, rowsGo, type Succeed } from '../../kernel/succession'
import { Members } from '../people/public'
import { Activities, ActivityTemplates } from './documents'

/** More activities than a branch has ahead of it. */
const MOST = 500

/**
 * Activities to come are held by the organization in the place of theirs. What was held stays where it was, with the people it was held for, and may be
 * read and put right by the secretary who took over.
 */
export const activitiesGo: Succeed = async (ports, { from, into, paths, past, memberIds }) => {
  const { store, now } = ports
  const table = store.table(Activities)
  const ahead = await table.find({ branchId: from, startsAt: { gte: beganSince(now) } }, { limit: MOST })
  const runs = ahead.filter(one => one.endsAt > now && one.state === 'published')
  await rowsGo(ports, Activities, runs, row => {
    const path = row.branchId === from ? placeNow({ paths }, row.path) : undefined
    return path === undefined ? undefined : { ...row, branchId: into, path }
  })
  const came = await store.table(Members).getMany(memberIds)
  for (const place of paths) {
    const heldFor = came.filter(one => one.path.startsWith(place.into)).map(one => one._id)
    await table.update({ branchId: from, path: place.from }, { set: { path: place.into, heldFor } })
  }
  await rightsGo(ports, Activities, { branchId: { in: [...past] } }, { paths })
}

/** A monthly template goes on, but where the organization that took over has one of its kind already. */
export const templatesGo: Succeed = async (ports, { from, into, paths }) => {
  const table = ports.store.table(ActivityTemplates)
  const [going, there] = await Promise.all([table.findAll({ branchId: from }), table.findAll({ branchId: into })])
  const goes = going.filter(one => placeNow({ paths }, one.path) !== undefined)
  const twice = goes.filter(one => there.some(({ kind }) => kind === one.kind))
  await Promise.all(twice.map(({ _id }) => table.remove({ _id, branchId: from })))
  await rowsGo(
    ports,
    ActivityTemplates,
    goes.filter(one => !twice.includes(one)),
    row => {
      const path = placeNow({ paths }, row.path)
      return path === undefined ? undefined : { ...row, branchId: into, path }
    },
  )
}
