import type { benefits as contract } from '../../../core/benefits/contract'
import { benefitRules, isPeriod, periodOn } from '../../../core/benefits/kinds'
import { benefitStates } from '../../../core/benefits/rules'
import { monthOf } from '../../../core/shared/calendar'
import { dateOf } from '../../../core/shared/calendar'
import type { Output } from '../../../core/shared/operation'
import type { BenefitMark } from '../../kernel/documents/benefits'
import type { Member } from '../../kernel/documents/people'
import { afterText, pageOf } from '../../kernel/pages'
import type { Handlers } from '../../kernel/ports'
import { rollupId, valueOf } from '../../kernel/rollups'
import type { Store } from '../../kernel/store'
import { marking } from './mark'
import { marksOf, openNow, standing, type Asked } from './marks'
import { allOf, benefitsTopic, countOf, coverageIn } from './topic'

type Item = Output<(typeof contract)['benefit.list']>['items'][number]

/** A branch stands on one page. */
const PAGE = 200
/** More than stand directly under one organization. */
const MOST_BELOW = 1000

const stretch = (store: Store, path: string, cursor: string | undefined): Promise<Member[]> =>
  store.table('members').find(
    { path: { startsWith: path }, state: 'active' },
    {
      order: [
        ['path', 'asc'],
        ['_id', 'asc'],
      ],
      limit: PAGE + 1,
      ...afterText(cursor),
    },
  )

const itemOf = (member: Member, state: Item['state'], mark: BenefitMark | undefined): Item => ({
  memberId: member._id,
  name: member.name,
  ...(member.groupName === undefined ? {} : { groupName: member.groupName }),
  state,
  ...(mark ? { doneOn: mark.doneOn, by: mark.by, at: mark.at, ...(mark.note === '' ? {} : { note: mark.note }) } : {}),
})

/** Exceptions first, as every list has them. */
const byState = (one: Item, other: Item) =>
  benefitStates.indexOf(one.state) - benefitStates.indexOf(other.state) || one.name.localeCompare(other.name, 'zh-CN')

/** P44 (S2, S4): who has had what they are entitled to, and who not yet. */
export const benefits: Handlers<typeof contract> = {
  ...marking,

  async 'benefit.list'({ kind, period: wanted, only, cursor }, { store, subject, now, fail }) {
    const asked: Asked = { kind, period: wanted ?? periodOn(kind, dateOf(now)) }
    if (!isPeriod(kind, asked.period)) return fail('INVALID_INPUT', { paths: ['period'] })
    const { items: members, cursor: next } = pageOf(await stretch(store, subject.path, cursor), PAGE, one => one.path)
    const marks = await marksOf(store, members, [asked])
    const items = members.flatMap(member => {
      const { state, mark } = standing(member, asked, marks, now)
      return state === null || (only !== undefined && state !== only) ? [] : [itemOf(member, state, mark)]
    })
    return { items: items.sort(byState), cursor: next, period: asked.period, due: benefitRules[kind].window(asked.period).due }
  },

  async 'benefit.coverage'({ orgId }, { store, subject, now }) {
    const month = monthOf(now)
    const rollups = store.table('rollups')
    // A branch and its groups are counted from their people, so that a tap shows at once; what is above from the figures kept for boards.
    const small = subject.kind === 'branch' || subject.kind === 'group'
    const [figures, below] = await Promise.all([
      small
        ? store
            .table('members')
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
    }
  },

  async 'benefit.mine'(_, { store, person, now }) {
    const asked = openNow(now)
    const marks = await marksOf(store, [person], asked)
    return {
      items: asked.flatMap(one => {
        const { state, mark } = standing(person, one, marks, now)
        const { words, plain, window } = benefitRules[one.kind]
        return state === null
          ? []
          : [{ ...one, words, plain, state, due: window(one.period).due, ...(mark ? { doneOn: mark.doneOn } : {}) }]
      }),
    }
  },

  'benefit.export': async (input, context) => (await import('./export')).exportBenefits(input, context),
}
