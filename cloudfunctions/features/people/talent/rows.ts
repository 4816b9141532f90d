import { skillsAt } from '../../../../core/people/talent/rules'
import { omit } from '../../../../core/shared/fields'
import { scopesOf } from '../../../../core/shared/scopes'
import { geoPoint, pointOf, saysSame } from '../../../kernel/geo'
import type { Ports } from '../../../kernel/ports'
import { settleRow } from '../../../kernel/settle'
import { Members, type Member } from '../documents'
import { Talents, type Talent } from './documents'

/** What of a row follows from the member. */
const placed = ({ name, branchId, path, home }: Member, skills: Talent['skills']) => ({
  ...{ name, branchId, path, scopes: scopesOf(path), found: skillsAt(path, skills) },
  ...(home ? { spot: geoPoint(pointOf(home)) } : {}),
})

/** A row as it says what the person can do, standing where the person is. */
export const standingAt = (member: Member, said: Omit<Talent, keyof ReturnType<typeof placed> | '_id'>): Talent => ({
  _id: member._id,
  ...said,
  ...placed(member, said.skills),
})

/** The row where its person is now, on no list where they died; undefined where it stands there already. */
const followed = (row: Talent, member: Member): Talent | undefined => {
  const here = placed(member, row.skills)
  const next = { ...omit(row, 'spot'), ...here, ...(member.state === 'active' ? {} : { scopes: [], found: [] }) }
  return saysSame(row, next) ? undefined : { ...next, version: row.version + 1 }
}

/** Brings rows to where their people are now. That of a person who died stays, on no list, since the death may have been marked by mistake. Safe to repeat. */
export const follow = async ({ store }: Pick<Ports, 'store'>, rows: readonly Talent[]): Promise<void> => {
  if (rows.length === 0) return
  const table = store.table(Talents)
  const members = new Map((await store.table(Members).getMany(rows.map(one => one._id))).map(one => [one._id, one]))
  for (const seen of rows) {
    const member = members.get(seen._id)
    if (!member || member.state === 'moved') await table.remove({ _id: seen._id })
    else
      await settleRow<Talent | null, true>(
        seen,
        () => table.get(seen._id),
        async row => {
          const next = row && followed(row, member)
          return !row || !next || (await table.swap(row, next)) || undefined
        },
      )
  }
}
