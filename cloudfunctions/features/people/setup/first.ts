import { pathUnder } from '../../../../core/people/organizations/rules'
import { Members, Organizations, type Organization } from '../documents'
import { historyRow } from '../organizations/history'
import { newOfficer } from '../organizations/new-officer'
import type { Context } from '../use-case'

type Claiming = Context<'setup.claim'>

/** The committee at the top, under the name that was said last; null where something else there has that name already. */
export const makeCommittee = async (context: Claiming, _id: string, name: string): Promise<Organization | null> => {
  const table = context.store.table(Organizations)
  const { orgKeys } = await import('../../../../core/people/organizations/found-by')
  const findKeys = orgKeys(name)
  const committee: Organization = {
    ...{ _id, name, findKeys, kind: 'committee', parentId: null, path: pathUnder('/', _id), rosterVersion: 0 },
    history: [historyRow(context, `created: ${name}`)],
  }
  if ((await table.add(committee)) === 'added') return committee
  if (!(await table.get(_id))) return null
  await table.update({ _id, name: { not: name } }, { set: { name, findKeys } })
  return committee
}

/** Its first officer. */
export const makeOfficer = async ({ store, now }: Claiming, memberId: string, name: string, committee: Organization): Promise<void> => {
  const officer = await newOfficer({ memberId, name, phones: [], role: 'bureau', org: committee, now })
  const members = store.table(Members)
  if ((await members.add(officer)) === 'added') return
  const { _id, version, ...rest } = officer
  await members.update({ _id }, { set: rest, inc: { version } })
}
