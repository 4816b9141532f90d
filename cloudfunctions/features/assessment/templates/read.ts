import { earned, scoreOf, stateOf } from '../../../../core/assessment/evidence/score'
import { builtIn, builtInTemplate } from '../../../../core/assessment/templates/built-in'
import type { templates as contract } from '../../../../core/assessment/templates/contract'
import { scopesOf } from '../../../../core/shared/scopes'
import { gather } from '../evidence/gather'
import { sources } from '../evidence/sources'
import { Organizations } from '../../people/public'
import type { Handlers } from '../use-case'
import { AssessmentTemplates } from './documents'
import { headOf, ownAt, templateOf } from './known'
import { unknownEvidence } from './save'

export const read: Handlers<
  Pick<typeof contract, 'assessment.sources' | 'assessment.templates' | 'assessment.standards' | 'assessment.try'>
> = {
  'assessment.sources': () =>
    Promise.resolve({
      items: sources.map(({ name, title, measures }) => ({
        ...{ source: name, title },
        measures: Object.entries(measures).map(([measure, { unit, text }]) => ({ measure, unit, text })),
      })),
    }),

  async 'assessment.templates'(_, { store, subject: org, may }) {
    const own = await store.table(AssessmentTemplates).findAll({ orgId: { in: scopesOf(org.path) } })
    return {
      items: [...own.map(row => ({ ...headOf(templateOf(row)), orgId: row.orgId, orgName: row.orgName })), ...builtIn.map(headOf)],
      may: may('template', 'open'),
    }
  },

  async 'assessment.standards'({ templateId }, { store, subject: org, may, fail }) {
    const made = builtInTemplate(templateId)
    const row = made ? undefined : await ownAt(store, org.path, templateId)
    const template = made ?? (row ? templateOf(row) : fail('NOT_FOUND'))
    const standards = template.standards.map(({ name, rules }) => ({ name, rules: rules.map(rule => ({ ...rule })) }))
    const last = may('template').length > 0 ? row?.saves.at(-1) : undefined
    return {
      ...{ ...headOf(template), standards },
      ...(row ? { orgId: row.orgId, orgName: row.orgName } : {}),
      ...(last ? { saved: { by: last.by.name, at: last.at } } : {}),
    }
  },

  async 'assessment.try'({ branchIds, period, standards }, { store, subject: org, now, fail }) {
    const paths = unknownEvidence(standards)
    if (paths.length > 0) return fail('INVALID_INPUT', { paths })
    const found = await store.table(Organizations).getMany(branchIds)
    const branches = found.filter(one => one.kind === 'branch' && one.path.startsWith(org.path))
    if (branches.length < new Set(branchIds).size) return fail('INVALID_INPUT', { paths: ['branchIds'] })
    const rules = standards.flatMap(one => one.rules)
    return {
      branches: await Promise.all(
        branches.map(async branch => {
          const evidenceOf = await gather({ store, branch, period, now }, rules.flatMap(one => one.evidence ?? [])) // prettier-ignore
          const counted = rules.map(({ points, evidence }) => {
            const value = evidence === undefined ? null : (evidenceOf(evidence)?.value ?? null)
            return { points, value, counted: evidence === undefined ? null : earned(points, evidence, value) }
          })
          return {
            ...{ branchId: branch._id, name: branch.name, ...scoreOf(counted) },
            rules: counted.map(one => ({ value: one.value, points: one.counted, state: stateOf(one.counted, one.points) })),
          }
        }),
      ),
    }
  },
}
