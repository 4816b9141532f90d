import { regulations as contract } from '../../../../core/people/regulations/contract'
import { regulated, ruleKeys } from '../../../../core/people/regulations/rows'
import { mayBeNone, type Rule } from '../../../../core/people/regulations/sources'
import { bookOf } from '../../../../core/people/regulations/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { scopesOf } from '../../../../core/shared/scopes'
import { announce } from '../../../kernel/announcements'
import { RulesChanged } from '../announcements'
import type { Handlers } from '../use-case'
import { ownRules } from './book'
import { Regulations, type StoredRule } from './documents'
import { idOf, setRules } from './set'

const shown = (row: Rule | StoredRule, holding: Rule) => ({
  value: row.value,
  from: row.from,
  ...(row.branchKind ? { branchKind: row.branchKind } : {}),
  document: row.document,
  ...(row.article === undefined ? {} : { article: row.article }),
  ...('orgId' in row ? { orgId: row.orgId, orgName: row.orgName } : {}),
  holds: row === holding,
})

/** Numbers of the regulations as dated rows (RULES.md 1): readable for officers, set by the bureau, read by every practice. */
export const handlers: Handlers<typeof contract> = {
  async 'regulation.list'(_, { store, subject, now, may }) {
    const own = await ownRules(store, subject.path)
    const book = bookOf(own, scopesOf(subject.path))
    const on = dateOf(now)
    return {
      items: ruleKeys.map(key => ({
        key,
        title: regulated[key].title,
        unit: regulated[key].unit,
        rows: [...regulated[key].rows, ...own.filter(row => row.key === key)].map(row =>
          shown(row, book.rule(key, { on, branchKind: row.branchKind })),
        ),
      })),
      may: may('set'),
    }
  },

  async 'regulation.set'({ key, branchKind, from, value, document, article }, context) {
    const { subject, checkText, fail } = context
    const { unit } = regulated[key]
    if (unit === 'switch' ? value > 1 : value === 0 && !mayBeNone.includes(unit)) return fail('INVALID_INPUT', { paths: ['value'] })
    await checkText(`${document} ${article ?? ''}`)
    const row = { key, value, ...(branchKind ? { branchKind } : {}) }
    await setRules(context, subject, { from, document, ...(article === undefined ? {} : { article }) }, [row])
    return {}
  },

  async 'regulation.withdraw'({ orgId, ...named }, context) {
    await context.store.table(Regulations).remove({ _id: idOf(orgId, named) })
    await announce(context, RulesChanged, { orgId })
    return {}
  },
}

export { contract }
export { homes } from '../use-case'
