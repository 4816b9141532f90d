import type { templates as contract } from '../../../../core/assessment/templates/contract'
import { numbered, rulesOf } from '../../../../core/assessment/templates/standards'
import { dateOf } from '../../../../core/shared/calendar'
import type { Input } from '../../../../core/shared/operation'
import { changeRow } from '../../../kernel/settle'
import { sourceNamed } from '../evidence/sources'
import type { Handlers } from '../use-case'
import { type AssessmentTemplate, AssessmentTemplates } from './documents'

/** Saves that are remembered. */
const REMEMBERED = 50

type Said = Input<(typeof contract)['assessment.template']>['standards']

/** The fields of rules whose evidence no source has. */
export const unknownEvidence = (standards: Said): string[] =>
  standards.flatMap(({ rules }, at) =>
    rules.flatMap(({ evidence }, index) =>
      evidence !== undefined && sourceNamed(evidence.source)?.measures[evidence.measure] === undefined
        ? [`standards.${String(at)}.rules.${String(index)}.evidence`]
        : [],
    ),
  )

export const save: Handlers<Pick<typeof contract, 'assessment.template'>> = {
  async 'assessment.template'({ orgId, templateId, version, name, kind, document, from, standards }, context) {
    const { store, subject: org, actor: by, commandId, now, fail, checkText } = context
    const paths = unknownEvidence(standards)
    if (paths.length > 0) return fail('INVALID_INPUT', { paths })
    await checkText(name, document, ...standards.flatMap(one => [one.name, ...one.rules.map(rule => rule.text)]))
    const table = store.table(AssessmentTemplates)
    const said = { name, kind, document: document ?? `${org.name}的安排`, from: from ?? dateOf(now) }
    if (templateId === undefined) {
      const own = numbered(standards)
      const fresh: AssessmentTemplate = {
        ...{ _id: commandId, orgId, orgName: org.name, ...said, standards: own },
        ...{ saves: [{ commandId, version: 1, at: now, by }], ruleIds: rulesOf({ standards: own }).map(one => one.ruleId), version: 1 },
      }
      await table.add(fresh)
      return { templateId: commandId, version: 1 }
    }
    const seen = await table.get(templateId)
    if (seen?.orgId !== orgId) return fail('NOT_FOUND')
    const after = await changeRow(table, seen, row => {
      if (row.saves.some(one => one.commandId === commandId)) return row
      if (version !== undefined && row.version !== version) return fail('CONFLICT')
      const next = numbered(standards, row.ruleIds)
      const ruleIds = [...new Set([...row.ruleIds, ...rulesOf({ standards: next }).map(one => one.ruleId)])]
      const saves = [...row.saves, { commandId, version: row.version + 1, at: now, by }].slice(-REMEMBERED)
      return { ...row, ...said, standards: next, ruleIds, saves }
    })
    return { templateId, version: after.saves.find(one => one.commandId === commandId)?.version ?? after.version }
  },
}
