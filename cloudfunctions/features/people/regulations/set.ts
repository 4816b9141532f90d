import type { OwnRule } from '../../../../core/people/regulations/rules'
import { addDays } from '../../../../core/shared/calendar'
import type { DateText } from '../../../../core/shared/operation'
import { announce } from '../../../kernel/announcements'
import type { Actor } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import { RulesChanged } from '../announcements'
import type { Organization } from '../documents'
import { Regulations } from './documents'

type Numbered = Pick<OwnRule, 'key' | 'value' | 'branchKind'>
type Source = Pick<OwnRule, 'from' | 'document' | 'article'>

/** One row for an organization, a number, a kind of branch and a date. */
export const idOf = (orgId: string, { key, branchKind, from }: { key: string; branchKind?: string | undefined; from: string }): string =>
  [orgId, key, branchKind ?? 'all', from].join(':')

/**
 * Writes numbers of an organization's own into the rule set, from a date on and with the document they rest on; the same again replaces them. `instead`: so do
 * these what was set of them, for all kinds of branch, for a day between that date and this one.
 */
export const setRules = async (
  ports: Ports & { actor: Actor },
  { _id: orgId, name: orgName }: Pick<Organization, '_id' | 'name'>,
  { from, document, article }: Source,
  rows: readonly Numbered[],
  instead?: DateText,
): Promise<void> => {
  const { store, actor: by, now } = ports
  if (instead !== undefined) {
    const between = { gte: addDays(from, 1), lt: addDays(instead, 1) }
    await store.table(Regulations).remove({ orgId, key: { in: rows.map(row => row.key) }, branchKind: { exists: false }, from: between })
  }
  const source = { from, document, ...(article === undefined ? {} : { article }) }
  await Promise.all(
    rows.map(row => store.table(Regulations).put({ _id: idOf(orgId, { ...row, from }), orgId, orgName, ...row, ...source, by, at: now })),
  )
  await announce(ports, RulesChanged, { orgId })
}
