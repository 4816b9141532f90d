import { dateOf } from '../../../../core/shared/calendar'
import { sayPeriod } from '../../../../core/shared/obligations/periods'
import { routes } from '../../../../core/shared/routes'
import { LinkRow } from '../../../components/Rows'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { type Line } from './words'
import { sayDay } from '../../../../core/shared/spans'

/** How many days before the last day the desk shows the report. */
const AHEAD_MS = 30 * 24 * 60 * 60_000

/** On a branch's desk: the report that is due. Silent where it is handed in, or where there is time. */
export const ReportLine = ({ branchId }: { branchId: string }) => {
  const report = useQuery('report.get', { branchId }).data
  if (!report || report.submitted !== null || (report.state !== 'due' && report.state !== 'overdue')) return null
  const late = report.state === 'overdue'
  if (!late && report.dueOn > dateOf(now() + AHEAD_MS)) return null
  return (
    <LinkRow
      icon={late ? 'warn' : 'file'}
      words={`${sayPeriod(report.period)}工作报告${late ? '该交了' : '要交了'}`}
      note={late ? `过了${sayDay(report.dueOn)}，按这里写或者说` : `${sayDay(report.dueOn)}前，按这里写或者说`}
      onPress={() => go(routes.report({ branchId, period: report.period }))}
    />
  )
}

/** The first page of the list is what is counted. */
const FIRST_PAGE = 50
const many = (count: number): string => (count >= FIRST_PAGE ? `${String(FIRST_PAGE)} 多个` : `${String(count)} 个`)

/** On the first screen of a street and the bureau: how many branches are late to be visited or to report. Silent where none is. */
export const DutyLine = ({ orgId, name }: { orgId: string; name: string }) => {
  const late = (by: 'visit' | 'report') => (items: readonly Line[] | undefined) =>
    items?.filter(one => one[by]?.state === 'overdue').length ?? 0
  const visits = late('visit')(useQuery('liaison.list', { orgId }).data?.items)
  const reports = late('report')(useQuery('liaison.list', { orgId, by: 'report' }).data?.items)
  if (visits + reports === 0) return null
  const words = [visits > 0 ? `${many(visits)}支部没有走访` : '', reports > 0 ? `${many(reports)}支部没有交报告` : '']
  return (
    <LinkRow
      icon="place"
      words={words.filter(Boolean).join('，')}
      note="过了期限，按这里看是哪些支部"
      onPress={() => go(routes.liaisons({ orgId, name }))}
    />
  )
}

/** Of a person who holds an office: the branches that they visit. Silent where there are none. */
export const MyBranchesLine = () => {
  const items = useQuery('liaison.mine', {}).data?.items ?? []
  if (items.length === 0) return null
  const open = items.filter(one => one.visit?.state === 'due' || one.visit?.state === 'overdue').length
  return (
    <LinkRow
      icon="place"
      words="我联系的支部"
      note={open > 0 ? `这一期还有 ${String(open)} 个没去` : '这一期都去过了'}
      onPress={() => go(routes.myBranches())}
    />
  )
}
