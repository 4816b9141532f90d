import { View } from '@tarojs/components'
import { instantOf } from '../../../../../core/shared/calendar'
import { Button } from '../../../../components/Button'
import { Section } from '../../../../components/Card'
import { Failure } from '../../../../components/Failure'
import { Notice } from '../../../../components/Notice'
import { day, moment } from '../../../../components/times'
import type { Asked, Given } from '../../../../platform/call'
import type { Query } from '../../../../platform/query'
import { ActivityBody, ActivityFacts } from '../ActivityFacts'
import { kindWords } from '../kinds'
import type { Activity } from '../myState'

type Outlook = Given<'activity.outlook'>
export type Wanted = Omit<Asked<'activity.publish'>, 'branchId'>

/** The activity as it will be, for the very parts of the page that members will see. */
const asPublished = (wanted: Wanted, branchName: string): Activity => ({
  ...{ activityId: '', branchId: '', branchName, kind: wanted.kind, title: wanted.title, startsAt: wanted.startsAt, endsAt: wanted.endsAt },
  ...{ place: wanted.place, audience: wanted.audience, body: wanted.body ?? '', parts: wanted.parts ?? [], state: 'published' },
  ...{ joined: 0, waiting: 0, mySignup: null, mySignIn: null, read: false, may: [] },
  ...{ signInOpensAt: wanted.startsAt, signInClosesAt: wanted.endsAt },
  ...(wanted.capacity === undefined ? {} : { capacity: wanted.capacity }),
  ...(wanted.strand === undefined ? {} : { strand: wanted.strand }),
})

/** What of the same kind there is already, or will be by itself. */
const Twice = ({ kind, outlook }: { kind: Wanted['kind']; outlook: Outlook }) => (
  <>
    {outlook.already.length > 0 && (
      <Notice tone="warn" title={`已经有${kindWords[kind]}了，是不是发重了？`}>
        {outlook.already.map(one => (
          <View key={one.activityId}>
            {one.title}：{moment(one.startsAt)}
          </View>
        ))}
      </Notice>
    )}
    {outlook.byTemplate.map(({ title, nextDate, noticeDate }) => (
      <Notice key={nextDate} tone="warn" title="这个月的每月模板还会自动发一次">
        <View>
          {title}：{day(instantOf(nextDate))}办，{day(instantOf(noticeDate))}自动发通知。不想办两次，请先改模板。
        </View>
      </Notice>
    ))}
  </>
)

interface Props {
  wanted: Wanted
  outlook: Query<Outlook>
  onBack: () => void
}

/** The one question before a notice goes out: exactly what members will see, how many they are, and what else there is on that day. */
export const LookOver = ({ wanted, outlook, onBack }: Props) => {
  const activity = asPublished(wanted, outlook.data?.branchName ?? '')
  const rings = outlook.data?.ringsFrom
  return (
    <>
      {outlook.data && <Twice kind={wanted.kind} outlook={outlook.data} />}
      {rings !== undefined && (
        <Notice tone="info" title={`现在是晚上，手机等到${moment(rings)}再响`}>
          <View>消息里马上能看到，只是不吵大家休息。</View>
        </Notice>
      )}
      {outlook.refusal && <Failure refusal={outlook.refusal} onRetry={outlook.reload} />}
      <Section title="大家看到的是这样">
        <ActivityFacts activity={activity} />
        <ActivityBody activity={activity} />
      </Section>
      <Button icon="edit" onPress={onBack}>
        不对，回去改
      </Button>
    </>
  )
}

/** The words of the button: to how many it goes. */
export const sendWords = (outlook: Outlook | undefined): string =>
  outlook === undefined ? '发给支部的同志' : `发给 ${String(outlook.people)} 位同志`
