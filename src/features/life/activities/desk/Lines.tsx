import { LinkRow } from '../../../../components/Rows'
import { day, moment } from '../../../../components/times'
import { now } from '../../../../platform/clock'
import { go } from '../../../../platform/go'
import { useQuery } from '../../../../platform/query'
import { addDays, instantOf } from '../../../../../core/shared/calendar'
import type { Given } from '../../../../platform/call'
import type { Activity } from './doors'
import { wordsOf } from '../words'
import { routes } from '../../../../../core/shared/routes'

/** A coming activity: who has not read its notice comes first. */
export const ComingLine = ({ activity }: { activity: Activity }) => {
  const { activityId, title, startsAt, joined, waiting } = activity
  const query = useQuery('activity.statistics', { activityId })
  const unread = query.data && query.data.invited - query.data.read
  const told = unread === undefined ? '' : unread > 0 ? `${unread} 人还没看通知` : '通知都看过了'
  const signed = [joined > 0 ? wordsOf(activity).some(joined) : '', waiting > 0 ? `候补 ${waiting} 人` : ''].filter(Boolean).join('，')
  return (
    <LinkRow
      icon={unread === undefined || unread > 0 ? 'bell' : 'calendar-done'}
      words={title}
      note={[moment(startsAt), told, signed].filter(Boolean).join(' · ')}
      onPress={() => go(unread === 0 ? routes.manage({ activityId }) : routes.receipts({ activityId }))}
    />
  )
}

/** An activity that was just held: its record is due. */
export const HeldLine = ({ activity }: { activity: Activity }) => {
  const { activityId, title, endsAt } = activity
  const query = useQuery('activity.get', { activityId })
  if (!query.data || query.data.record) return null
  return (
    <LinkRow
      icon="edit"
      words={`写记录：${title}`}
      note={`${day(endsAt)}办过，还没有记录`}
      onPress={() => go(routes.record({ activityId }))}
    />
  )
}

type Template = Given<'template.list'>['items'][number]
const noticeAt = (template: Template) => instantOf(addDays(template.nextDate, -template.noticeDays))

/** The recurring activity whose notice goes out next. */
export const TemplateLine = ({ templates }: { templates: readonly Template[] }) => {
  const [next] = [...templates].sort((a, b) => noticeAt(a) - noticeAt(b))
  if (!next) return null
  const due = noticeAt(next) <= now()
  return (
    <LinkRow
      icon="repeat"
      words={`${next.title}：${day(instantOf(next.nextDate, next.time))}`}
      note={due ? '通知今天自动发出' : `通知将在${day(noticeAt(next))}自动发出`}
      onPress={() => go(routes.templates())}
    />
  )
}
