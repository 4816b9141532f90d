import { benefits as contract } from '../../../../core/care/benefits/contract'
import { benefitRules, isPeriod, periodOn, sayBenefit } from '../../../../core/care/benefits/kinds'
import { benefitStates } from '../../../../core/care/benefits/rules'
import { dateOf, monthOf } from '../../../../core/shared/calendar'
import type { Output } from '../../../../core/shared/operation'
import { Rollups } from '../../../kernel/documents'
import { byText, pageBy } from '../../../kernel/keyset'
import { rollupId, valueOf } from '../../../kernel/rollups'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { type Entitlement, entitlementsOf, openNow } from './entitlements'
import { mark } from './mark'
import { allOf, benefitsTopic, countOf, coverageIn } from './topic'

type Item = Output<(typeof contract)['benefit.list']>['items'][number]

/** A branch fits on one page. */
const PAGE = 200
/** More than stand directly under one organization. */
const MOST_BELOW = 1000

const itemOf = ({ member, period, due, state, mark }: Entitlement): Item => ({
  memberId: member._id,
  name: member.name,
  ...(member.groupName === undefined ? {} : { groupName: member.groupName }),
  period,
  due,
  state,
  ...(mark ? { doneOn: mark.doneOn, by: mark.by, at: mark.at, ...(mark.note === '' ? {} : { note: mark.note }) } : {}),
})

/** Exceptions first, as in every list; among them the oldest period first. */
const byState = (one: Item, other: Item) =>
  benefitStates.indexOf(one.state) - benefitStates.indexOf(other.state) ||
  one.period.localeCompare(other.period) ||
  one.name.localeCompare(other.name, 'zh-CN')

/** Benefits (P44; S2, S4): who has received what they are entitled to, and who has not. */
export const handlers: Handlers<typeof contract> = {
  ...mark,

  async 'benefit.list'({ kind, period: wanted, only, cursor }, { store, subject, now, may, fail }) {
    const period = wanted ?? periodOn(kind, dateOf(now))
    if (!isPeriod(kind, period)) return fail('INVALID_INPUT', { paths: ['period'] })
    const { items: members, cursor: next } = await pageBy(
      store.table(Members),
      { path: { startsWith: subject.path }, state: 'active' },
      byText('path'),
      { size: PAGE, cursor },
    )
    const entitlements = await entitlementsOf(store, members, now, { kinds: [kind], period: wanted })
    const items = entitlements.filter(one => only === undefined || one.state === only).map(itemOf)
    return { items: items.sort(byState), cursor: next, period, due: benefitRules[kind].window(period).due, may: may('mark') }
  },

  async 'benefit.coverage'({ orgId }, { store, subject, now, may }) {
    const month = monthOf(now)
    const rollups = store.table(Rollups)
    // A branch and its groups are counted from their members, so that a tap shows at once; everything above from the stored figures.
    const small = subject.kind === 'branch' || subject.kind === 'group'
    const [figures, below] = await Promise.all([
      small
        ? store
            .table(Members)
            .findAll(subject.kind === 'branch' ? { branchId: orgId, state: 'active' } : { path: subject.path, state: 'active' })
            .then(members => countOf(store, members, now))
        : rollups.get(rollupId(benefitsTopic.name, orgId, month)).then(row => valueOf(benefitsTopic, row)),
      small ? [] : rollups.find({ parentId: orgId, topic: benefitsTopic.name, period: month }, { limit: MOST_BELOW }),
    ])
    return {
      kinds: openNow(now).map(({ kind, period }) => ({
        kind,
        period,
        due: benefitRules[kind].window(period).due,
        ...coverageIn(figures, kind),
      })),
      below: below
        .map(row => ({ orgId: row.orgId, name: row.name, ...allOf(valueOf(benefitsTopic, row)) }))
        .sort((one, other) => other.overdue - one.overdue || one.name.localeCompare(other.name, 'zh-CN')),
      may: may('export'),
    }
  },

  async 'benefit.mine'(_, { store, person, now }) {
    const entitlements = await entitlementsOf(store, [person], now)
    return {
      items: entitlements.map(({ kind, period, earlier, due, state, mark }) => {
        const { words, plain } = benefitRules[kind]
        return {
          kind,
          period,
          words,
          plain: earlier ? `${sayBenefit(kind, period)}还没有办` : plain,
          state,
          due,
          ...(mark ? { doneOn: mark.doneOn } : {}),
        }
      }),
    }
  },

  'benefit.export': async (input, context) => (await import('./export')).exportBenefits(input, context),
}

export { contract }
export { homes } from '../use-case'
