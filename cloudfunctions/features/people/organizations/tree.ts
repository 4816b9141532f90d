import * as z from 'zod'
import type { organizations as contract } from '../../../../core/people/organizations/contract'
import { monthOf } from '../../../../core/shared/calendar'
import { Rollups } from '../../../kernel/documents'
import { byText, pageBy } from '../../../kernel/keyset'
import { rollupId } from '../../../kernel/rollups'
import { Members, Organizations, type Organization } from '../documents'
import { MEMBERS } from '../roster/topic'
import type { Handlers } from '../use-case'
import { shownOf } from './shown'

const PAGE = 50
const Figure = z.object({ count: z.int() })

export const tree: Handlers<Pick<typeof contract, 'org.tree'>> = {
  async 'org.tree'({ cursor }, { store, subject, now, may }) {
    const rows = pageBy(store.table(Organizations), { parentId: subject._id }, byText('name'), { size: PAGE, cursor })
    const shown = (org: Organization, count: number | undefined) => ({ ...shownOf(org), ...(count === undefined ? {} : { count }) })
    const acts = () => may('merge', 'split', 'document')
    // Groups have no figures of their own: their branch is small enough to be read.
    if (subject.kind === 'branch') {
      const [page, people] = await Promise.all([rows, store.table(Members).findAll({ branchId: subject._id, state: 'active' })])
      const inGroup = (orgId: string) => people.filter(one => one.groupId === orgId).length
      const items = page.items.map(one => shown(one, inGroup(one._id)))
      return { org: shown(subject, people.length), items, cursor: page.cursor, may: acts() }
    }
    const page = await rows
    const figureId = ({ _id }: Organization) => rollupId(MEMBERS, _id, monthOf(now))
    const figures = await store.table(Rollups).getMany([subject, ...page.items].map(figureId))
    const counts = new Map(figures.map(({ _id, value }) => [_id, Figure.safeParse(value).data?.count]))
    const items = page.items.map(one => shown(one, counts.get(figureId(one))))
    return { org: shown(subject, counts.get(figureId(subject))), items, cursor: page.cursor, may: acts() }
  },
}
