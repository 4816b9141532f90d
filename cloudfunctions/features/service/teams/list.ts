import type { teams as contract } from '../../../../core/service/teams/contract'
import { scopesOf } from '../../../../core/shared/scopes'
import { pointOf } from '../../../kernel/geo'
import type { Store } from '../../../kernel/store'
import { Members, type Member, type Organization } from '../../people/public'
import { Teams, type Team } from '../documents'
import type { Handlers } from '../use-case'

/** More teams than one organization has. */
const MOST_TEAMS = 100

/** As many as a map of a whole street or district shows. */
const MOST_AROUND = 300

/** The teams of an organization, of all above it, and of what stands below it. */
const teamsAround = async (store: Store, org: Organization): Promise<Team[]> => {
  const table = store.table(Teams)
  const above = scopesOf(org.path).filter(id => id !== org._id)
  const [higher, here] = await Promise.all([
    above.length === 0 ? [] : table.find({ orgId: { in: above } }, { limit: MOST_TEAMS }),
    table.find({ path: { startsWith: org.path } }, { limit: MOST_AROUND }),
  ])
  return [...here, ...higher]
}

const membersOf = async (members: { getMany(ids: readonly string[]): Promise<Member[]> }, ids: readonly string[]) =>
  new Map((await members.getMany(ids)).map(member => [member._id, member]))

export const list: Handlers<Pick<typeof contract, 'team.list'>> = {
  async 'team.list'({ orgId, around = false }, { store, subject }) {
    const found = around ? await teamsAround(store, subject) : await store.table(Teams).find({ orgId }, { limit: MOST_TEAMS })
    const shown = around ? [] : [...new Set(found.flatMap(team => team.memberIds))]
    const members = await membersOf(store.table(Members), shown)
    const items = found.map(({ _id, orgId: of, name, kinds, memberIds, point }) => ({
      teamId: _id,
      orgId: of,
      name,
      kinds,
      members: memberIds.flatMap(memberId => {
        const member = members.get(memberId)
        return member ? [{ memberId, name: member.name }] : []
      }),
      ...(point ? { point: pointOf(point) } : {}),
    }))
    return { items: items.sort((one, other) => one.name.localeCompare(other.name, 'zh-CN')) }
  },
}
