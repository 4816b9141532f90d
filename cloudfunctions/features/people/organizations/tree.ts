import * as z from 'zod'
import type { organizations as contract } from '../../../../core/people/organizations/contract'
import { monthOf } from '../../../../core/shared/calendar'
import { Rollups } from '../../../kernel/documents'
import { byText, pageBy } from '../../../kernel/keyset'
import { rollupId } from '../../../kernel/rollups'
import type { Table } from '../../../kernel/store'
import { Members, Organizations, type Organization } from '../documents'
import { MEMBERS } from '../roster/topic'
import type { Handlers } from '../use-case'
import { shownOf } from './shown'

const PAGE = 50
/** An organization with its head-count and the name of its host, where they are known. */
const shown = (org: Organization, count: number | undefined, hosts: readonly Organization[]) => {
  const host = hosts.find(one => one._id === org.hostId)
  return { ...shownOf(org), ...(count === undefined ? {} : { count }), ...(host ? { hostName: host.name } : {}) }
}

/** The hosts of some branches; most have none, and ask for nothing. */
const hostsOf = async (table: Table<Organization>, orgs: readonly Organization[]): Promise<Organization[]> => {
  const ids = [...new Set(orgs.flatMap(one => one.hostId ?? []))]
  return ids.length === 0 ? [] : table.getMany(ids)
}

const Figure = z.object({ count: z.int() })

export const tree: Handlers<Pick<typeof contract, 'org.tree'>> = {
  async 'org.tree'({ cursor }, { store, subject, now, may }) {
    const table = store.table(Organizations)
    const rows = pageBy(table, { parentId: subject._id }, byText('name'), { size: PAGE, cursor })
    const acts = () => may('rename', 'merge', 'split', 'document', 'host', 'close')
    // Groups have no figures of their own: their branch is small enough to be read.
    if (subject.kind === 'branch') {
      const [page, people, hosts] = await Promise.all([
        rows,
        store.table(Members).findAll({ branchId: subject._id, state: 'active' }),
        hostsOf(table, [subject]),
      ])
      const inGroup = (orgId: string) => people.filter(one => one.groupId === orgId).length
      const items = page.items.map(one => shown(one, inGroup(one._id), []))
      return { org: shown(subject, people.length, hosts), items, cursor: page.cursor, may: acts() }
    }
    const page = await rows
    const figureId = ({ _id }: Organization) => rollupId(MEMBERS, _id, monthOf(now))
    const [figures, hosts] = await Promise.all([
      store.table(Rollups).getMany([subject, ...page.items].map(figureId)),
      hostsOf(table, page.items),
    ])
    const counts = new Map(figures.map(({ _id, value }) => [_id, Figure.safeParse(value).data?.count]))
    const items = page.items.map(one => shown(one, counts.get(figureId(one)), hosts))
    return { org: shown(subject, counts.get(figureId(subject)), []), items, cursor: page.cursor, may: acts() }
  },
}
