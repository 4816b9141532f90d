import { sayGranted } from '../../../../core/service/honours/notices'
import { samenessOf } from '../../../../core/service/honours/rules'
import { scopesOf } from '../../../../core/shared/scopes'
import type { AuditKind } from '../../../../core/shared/audit-kinds'
import type { Telling } from '../../../../core/shared/notices'
import type { Actor } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import { Members, type Member, type Organization } from '../../people/public'
import { Honours, type Honour } from './documents'

/** Does the person belong at or below that place, or are they a volunteer it vouched for? */
export const isUnder = ({ path, affiliates, vouched }: Member, place: string): boolean =>
  [path, ...affiliates.map(one => one.path), vouched?.path ?? ''].some(one => one.startsWith(place))

/** What granting needs of a use-case. */
interface Granting extends Pick<Ports, 'store' | 'now' | 'newId'> {
  actor: Actor
  tell(this: void, memberIds: readonly string[], telling: Telling): Promise<number>
  audit(this: void, memberId: string, what: AuditKind, why?: string): void
}

/**
 * Grants an honour, and tells the person. The same title on the same day by the same organization is the same honour, however often it is granted. Null where
 * the person does not belong to the organization; `CONFLICT` where it stands under another key.
 */
export const honour = async (
  { store, actor: grantedBy, newId, now, tell, audit }: Granting,
  org: Pick<Organization, '_id' | 'name' | 'path'>,
  { _id, memberId, title, on, reason }: Pick<Honour, '_id' | 'memberId' | 'title' | 'on' | 'reason'>,
): Promise<Honour | 'CONFLICT' | null> => {
  const table = store.table(Honours)
  const { _id: orgId } = org
  const sameness = samenessOf({ orgId, memberId, title, on })
  const [member, before] = await Promise.all([store.table(Members).get(memberId), table.find({ sameness }, { limit: 1 })])
  if (!member || member.state !== 'active' || !isUnder(member, org.path)) return null
  const made: Honour = {
    ...{ _id, memberId, name: member.name, orgId, orgName: org.name, path: org.path, title, reason, on, sameness },
    ...{ scopes: [...new Set([...scopesOf(member.path), ...scopesOf(org.path)])], code: newId(), state: 'stands', grantedBy, at: now },
  }
  const added = before[0] === undefined && (await table.add(made)) === 'added'
  // The same command after a withdrawal finds its own row; another phone's tap finds the one that stands.
  const standing = added ? made : (before[0] ?? (await table.get(_id)) ?? (await table.find({ sameness }, { limit: 1 }))[0])
  if (!standing) return 'CONFLICT'
  if (added) audit(memberId, 'honour.granted', title)
  if (standing.state === 'stands')
    await tell([memberId], sayGranted({ honourId: standing._id, title, orgName: org.name, at: standing.at }, standing.reason))
  return standing
}
