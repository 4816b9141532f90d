import type { benefits } from '../../../../core/care/benefits/contract'
import { benefitRules, sayPeriod } from '../../../../core/care/benefits/kinds'
import type { BenefitState } from '../../../../core/care/benefits/rules'
import type { Input, Instant, Output } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import type { TextSheet } from '../../../spreadsheets/write'
import { writeExport } from '../../../kernel/files'
import { byText, rowsBy } from '../../../kernel/keyset'
import { Members, type Member } from '../../people/public'
import type { Context } from '../use-case'
import { entitlementsOf, openNow } from './entitlements'

const MOST_ROWS = 5000

const columns = [
  { title: '姓名', width: 12 },
  { title: '党小组', width: 16 },
  { title: '哪一期', width: 14 },
  { title: '期限', width: 14 },
  { title: '情况', width: 10 },
  { title: '办理日期', width: 14 },
  { title: '登记人', width: 12 },
  { title: '备注', width: 30 },
] as const
const stateWords: Readonly<Record<BenefitState, string>> = { overdue: '过期未办', due: '未办', done: '已办', 'not-applicable': '不需要' }

type Contract = typeof benefits

/** One sheet for each benefit, in the order of the roster; what is still owed from earlier periods stands with the person. */
export const benefitSheets = async (store: Store, members: readonly Member[], now: Instant): Promise<TextSheet[]> => {
  const entitlements = await entitlementsOf(store, members, now)
  return openNow(now).map(one => ({
    name: `${benefitRules[one.kind].words}${sayPeriod(one.period)}`,
    columns,
    rows: entitlements
      .filter(each => each.kind === one.kind)
      .map(({ member, period, due, state, mark }) => [
        ...[member.name, member.groupName ?? '', sayPeriod(period), due, stateWords[state]],
        ...[mark?.doneOn ?? '', mark?.by ?? '', mark?.note ?? ''],
      ]),
  }))
}

/** The same as a workbook. */
export const exportBenefits = async (
  _input: Input<Contract['benefit.export']>,
  context: Context<'benefit.export'>,
): Promise<Output<Contract['benefit.export']>> => {
  const { store, subject, now, audit } = context
  const { items: members } = await rowsBy(store.table(Members), { path: { startsWith: subject.path }, state: 'active' }, byText('path'), {
    most: MOST_ROWS,
  })
  const [sheets, { writeWorkbook }] = await Promise.all([benefitSheets(store, members, now), import('../../../spreadsheets/write')])
  for (const member of members) audit(member._id, 'benefit.exported')
  const content = await writeWorkbook(sheets)
  return writeExport(context, { name: '待遇发放', about: subject._id, content })
}
