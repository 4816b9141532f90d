import type { committees as contract } from '../../../../core/people/committees/contract'
import { postWords, sayPosts, type Seat } from '../../../../core/people/committees/posts'
import { sayWarning } from '../../../../core/people/committees/words'
import { dateOf } from '../../../../core/shared/calendar'
import { writeExport } from '../../../kernel/files'
import { byText, rowsBy } from '../../../kernel/keyset'
import type { Store } from '../../../kernel/store'
import { Organizations } from '../documents'
import type { Handlers } from '../use-case'
import { Committees, PastCommittees, type BranchCommittee } from './documents'

/** More branches than a district has. */
const MOST = 2000
/** Names that one query brings. */
const AT_ONCE = 1000

const columns = [
  { title: '支部', width: 30 },
  { title: '姓名', width: 12 },
  { title: '职务', width: 24 },
  { title: '任职时间', width: 14 },
  { title: '选举日期', width: 14 },
  { title: '任期届满', width: 14 },
  { title: '批复文号', width: 24 },
  { title: '需要注意', width: 40 },
] as const
const pastColumns = [
  { title: '选举日期', width: 14 },
  { title: '到', width: 14 },
  { title: '姓名', width: 12 },
  { title: '职务', width: 16 },
  { title: '任职时间', width: 14 },
] as const

const namesOf = async (store: Store, ids: readonly string[]): Promise<Map<string, string>> => {
  const slices = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, at) => ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE))
  const found = await Promise.all(slices.map(some => store.table(Organizations).getMany(some)))
  return new Map(found.flat().map(one => [one._id, one.name]))
}

/** Each person once, with all their posts. */
const people = (seats: readonly Seat[]) =>
  [...new Set(seats.map(one => one.memberId))].flatMap(id => {
    const [first, ...more] = seats.filter(one => one.memberId === id)
    return first ? [{ name: first.name, posts: sayPosts([first, ...more].map(one => one.post)), since: first.since }] : []
  })

const rowsFor = ({ term, warnings }: BranchCommittee, name: string): string[][] => {
  const said = warnings.map(sayWarning).join('；')
  if (!term) return [[name, '', '', '', '', '', '', said]]
  return people(term.seats).map(({ name: who, posts, since }, at) => [
    ...[name, who, posts, since, term.heldOn, term.termEnds, term.approved?.documentNo ?? term.documentNo ?? ''],
    at === 0 ? said : '',
  ])
}

/** The committees of a branch, with its past ones, or of all branches below an organization. It names people, so each gets an audit row. */
export const exportCommittees: Handlers<Pick<typeof contract, 'committee.export'>> = {
  async 'committee.export'(_, context) {
    const { store, subject: org, now, audit } = context
    const below = { path: { startsWith: org.path }, scopes: org._id }
    const [{ items }, past, { writeWorkbook }] = await Promise.all([
      rowsBy(store.table(Committees), below, byText('path'), { most: MOST }),
      org.kind === 'branch' ? store.table(PastCommittees).findAll({ branchId: org._id }) : [],
      import('../../../spreadsheets/write'),
    ])
    const names = await namesOf(
      store,
      items.map(one => one._id),
    )
    const named = [...items.flatMap(one => one.term?.seats ?? []), ...past.flatMap(one => one.seats)]
    for (const memberId of new Set(named.map(one => one.memberId))) audit(memberId, 'committee.exported')
    const pastRows = past
      .sort((one, other) => (one.heldOn < other.heldOn ? 1 : -1))
      .flatMap(one => one.seats.map(seat => [one.heldOn, one.endedOn, seat.name, postWords[seat.post], seat.since]))
    const content = await writeWorkbook([
      { name: '支部班子', columns, rows: items.flatMap(one => rowsFor(one, names.get(one._id) ?? '')) },
      ...(pastRows.length > 0 ? [{ name: '历届班子', columns: pastColumns, rows: pastRows }] : []),
    ])
    return writeExport(context, { name: `支部班子-${dateOf(now)}`, about: org._id, content })
  },
}
