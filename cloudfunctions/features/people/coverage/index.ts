import { coverage as contract } from '../../../../core/people/coverage/contract'
import { gapKinds, ofPeople } from '../../../../core/people/coverage/kinds'
import { sayLacking } from '../../../../core/people/coverage/notices'
import { coverageWords } from '../../../../core/people/coverage/words'
import { writeExport } from '../../../kernel/files'
import { byText, pageBy, rowsBy } from '../../../kernel/keyset'
import { secretariesOf } from '../identity/keepers'
import type { Handlers } from '../use-case'
import { GapRows } from './documents'
import { shownGaps } from './shown'

const PAGE = 50
/** Rows of one sheet. */
const MOST_ROWS = 5000

const longestFirst = byText('since')

const columns = [
  { title: '名称', width: 36 },
  { title: '在哪里', width: 36 },
  { title: '缺什么', width: 36 },
  { title: '从何时起', width: 14 },
] as const

/** Which organs, communities, branches and people are left out (P06). */
export const handlers: Handlers<typeof contract> = {
  async 'coverage.gaps'({ orgId, kind, cursor }, { store }) {
    const page = await pageBy(store.table(GapRows), { scopes: orgId, kind }, longestFirst, { size: PAGE, cursor })
    return { items: await shownGaps(store, page.items), cursor: page.cursor }
  },

  async 'coverage.export'({ orgId, kind }, context) {
    const { store, subject, audit } = context
    const kinds = kind === undefined ? gapKinds : [kind]
    const [found, { writeWorkbook }] = await Promise.all([
      Promise.all(kinds.map(one => rowsBy(store.table(GapRows), { scopes: orgId, kind: one }, longestFirst, { most: MOST_ROWS }))),
      import('../../../spreadsheets/write'),
    ])
    const sheets = await Promise.all(
      kinds.map(async (one, index) => {
        const lines = await shownGaps(store, found[index]?.items ?? [])
        if (ofPeople.includes(one)) for (const line of lines) if (line.asks !== true) audit(line.id, 'coverage.exported')
        return { name: coverageWords[one].lacks, columns, rows: lines.map(({ name, orgName, why, since }) => [name, orgName, why, since]) }
      }),
    )
    return writeExport(context, { name: `${subject.name}全覆盖`, about: orgId, content: await writeWorkbook(sheets) })
  },

  async 'coverage.remind'({ branchId, kind }, { store, subject: branch, now, tell }) {
    const secretaries = await secretariesOf(store, { branchId })
    return { told: await tell(secretaries, sayLacking(kind, { branchId, name: branch.name, at: now })) }
  },
}

export { contract }
export { homes } from '../use-case'
