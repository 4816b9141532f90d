import type { suggestions as contract } from '../../../../core/voice/suggestions/contract'
import { dateOf, shanghai } from '../../../../core/shared/calendar'
import type { DateText, Input } from '../../../../core/shared/operation'
import { isVerdict, stateWords, topicWords } from '../../../../core/voice/suggestions/states'
import { writeExport } from '../../../kernel/files'
import { byNumber, byText, pageBy } from '../../../kernel/keyset'
import type { Filter } from '../../../kernel/store'
import type { Handlers } from '../use-case'
import { type Suggestion, Suggestions } from './documents'
import { itemOf, stepOf } from './shown'

const PAGE = 20
/** More rows than an office reads in one sheet. */
const MOST = 5000

type Chosen = Input<(typeof contract)['suggestion.export']>['state']

const filterOf = (orgId: string, state: Chosen, today: DateText): Filter<Suggestion> => {
  if (state === undefined) return { scopes: orgId }
  if (state === 'open') return { scopes: orgId, open: true }
  if (state === 'late') return { scopes: orgId, open: true, dueOn: { lt: today } }
  return { scopes: orgId, state }
}

export const suggestionColumns = [
  { title: '支部', width: 26 },
  { title: '建议人', width: 12 },
  { title: '日期', width: 12 },
  { title: '建议', width: 60 },
  { title: '分类', width: 12 },
  { title: '附议', width: 8 },
  { title: '情况', width: 12 },
  { title: '承办单位', width: 20 },
  { title: '答复期限', width: 12 },
  { title: '答复', width: 60 },
  { title: '本人评价', width: 12 },
  { title: '成效', width: 40 },
] as const

const rated = (row: Suggestion): string => (row.rated === undefined ? '' : row.rated.answers ? '答到点上了' : '还没有答到')
export const suggestionRow = (row: Suggestion): string[] => [
  ...[row.branchName, row.name, shanghai(row.at).format('YYYY-MM-DD'), row.text === '' ? '（录音或照片）' : row.text],
  ...[row.topic === undefined ? '' : topicWords[row.topic], String(row.joined.length), stateWords[row.state]],
  ...[row.steps.findLast(one => one.unit !== undefined)?.unit ?? '', row.dueOn],
  ...[row.steps.findLast(one => isVerdict(one.state))?.words ?? '', rated(row), row.outcome?.words ?? ''],
]

export const lists: Handlers<Pick<typeof contract, 'suggestion.get' | 'suggestion.list' | 'suggestion.export'>> = {
  async 'suggestion.get'(_input, { subject: row, now }) {
    return {
      ...itemOf(row, dateOf(now)),
      photoFileIds: row.photoFileIds,
      steps: row.steps.map(one => ({ ...stepOf(one), by: one.by.name })),
      ...(row.voiceFileId === undefined ? {} : { voiceFileId: row.voiceFileId }),
      ...(row.outcome ? { outcome: row.outcome } : {}),
      ...(row.rated ? { rated: row.rated } : {}),
    }
  },

  async 'suggestion.list'({ orgId, state, cursor }, { store, now, may }) {
    const today = dateOf(now)
    const filter = filterOf(orgId, state, today)
    const table = store.table(Suggestions)
    // What is late is read by its day, the oldest promise first.
    const page =
      state === 'late'
        ? await pageBy(table, filter, byText('dueOn'), { size: PAGE, cursor })
        : await pageBy(table, filter, byNumber('at', 'desc'), { size: PAGE, cursor })
    return { items: page.items.map(row => itemOf(row, today)), cursor: page.cursor, may: may('export') }
  },

  async 'suggestion.export'({ orgId, state }, context) {
    const { store, now, audit } = context
    const rows = (await store.table(Suggestions).findAll(filterOf(orgId, state, dateOf(now)))).slice(0, MOST)
    const { writeWorkbook } = await import('../../../spreadsheets/write')
    const content = await writeWorkbook([
      { name: '建言献策', columns: suggestionColumns, rows: rows.sort((one, other) => other.at - one.at).map(suggestionRow) },
    ])
    for (const memberId of new Set(rows.map(one => one.memberId))) audit(memberId, 'suggestion.exported')
    return writeExport(context, { name: '建言献策', about: orgId, content })
  },
}
