import { placeNow, rightsGo, rowsGo, type Succeed, type Succeeding } from '../../kernel/succession'
import { Posts, type Post, Teams } from './documents'

/** More posts than a branch runs, or teams than it has, at a time. */
const MOST = 500

const postOf = (post: Post, { from, into, intoName, paths }: Succeeding): Post => {
  const path = post.branchId === from ? placeNow({ paths }, post.path) : undefined
  const teams = post.teams.map(one => {
    const now = placeNow({ paths }, one.path)
    return now === undefined ? one : { orgId: one.orgId === from ? into : one.orgId, path: now }
  })
  if (path === undefined) return { ...post, teams }
  return { ...post, teams, branchId: into, path, ...(post.orgId === from ? { orgId: into, orgName: intoName } : {}) }
}

/** Posts that are not over go on with their queue; those of others that call people from here still call them. Former ones stay where they were. */
export const postsGo: Succeed = async (ports, going) => {
  const { store, now } = ports
  const { from, paths, past } = going
  const table = store.table(Posts)
  const scopes = [from, ...paths.flatMap(one => one.from.split('/').filter(Boolean).at(-1) ?? [])]
  const [own, calling] = await Promise.all([
    table.find({ branchId: from, endsAt: { gt: now } }, { limit: MOST }),
    table.find({ 'teams.orgId': { in: [...new Set(scopes)] }, endsAt: { gt: now } }, { limit: MOST }),
  ])
  const runs = [...new Map([...own, ...calling].map(one => [one._id, one])).values()]
  await rowsGo(ports, Posts, runs, row => postOf(row, going))
  await rightsGo(ports, Posts, { branchId: { in: [from, ...past] } }, going)
}

/** Teams go on with their people and kinds of requests. */
export const teamsGo: Succeed = async (ports, { from, into, paths }) => {
  for (const place of paths) {
    const teams = await ports.store.table(Teams).find({ path: place.from }, { limit: MOST })
    await rowsGo(ports, Teams, teams, row =>
      row.path === place.from ? { ...row, path: place.into, orgId: row.orgId === from ? into : row.orgId } : undefined,
    )
  }
}
