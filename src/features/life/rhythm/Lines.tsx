import { sayPeriod } from '../../../../core/shared/obligations/periods'
import { routes } from '../../../../core/shared/routes'
import { sayDay } from '../../../../core/shared/spans'
import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { kindWords } from '../activities/kinds'

/** On a branch's desk: the meeting that is to be planned next, and how many are late. Silent where all of the year is planned. */
export const RhythmLine = ({ branchId }: { branchId: string }) => {
  const data = useQuery('rhythm.next', { branchId }).data
  if (!data?.next && !data?.overdue) return null
  const { next, overdue } = data
  return (
    <LinkRow
      icon={overdue > 0 ? 'warn' : 'calendar'}
      words={next ? `要办：${sayPeriod(next.period).slice(5)}${kindWords[next.duty]}` : '三会一课'}
      note={[next ? `${sayDay(next.to)}以前` : '', overdue > 0 ? `过期没办 ${String(overdue)} 项` : ''].filter(Boolean).join('；')}
      onPress={() => go(routes.rhythm({ orgId: branchId }))}
    />
  )
}

/** On the first screen of a street and the bureau: that branches are late with their meetings. Silent where none is. */
export const RhythmLateLine = ({ orgId, name }: { orgId: string; name: string }) => {
  const data = useQuery('rhythm.overdue', { orgId }).data
  if (!data?.items.length) return null
  return (
    <LinkRow
      icon="calendar"
      words={`三会一课过期没办 ${String(data.items.length)} ${data.cursor ? '多项' : '项'}`}
      note="按这里看是哪些支部"
      onPress={() => go(routes.rhythmOverdue({ orgId, name }))}
    />
  )
}
