import { View } from '@tarojs/components'
import { Card, Title } from '../../../../components/Card'
import { Conflicts } from '../Conflicts'
import { ExportButton } from '../../../../components/ExportButton'
import { Fold } from '../../../../components/Fold'
import { Empty, Loaded } from '../../../../components/Loaded'
import { Many } from '../../../../components/Many'
import { Notice } from '../../../../components/Notice'
import { Screen } from '../../../../components/Screen'
import { span } from '../../../../components/times'
import { dateOf } from '../../../../../core/shared/calendar'
import { call, type Given } from '../../../../platform/call'
import { useQuery } from '../../../../platform/query'
import { type Group, groupsOf, percent } from './groups'
import { PersonLine } from './PersonLine'
import { freeWords, type Words, wordsOf } from '../../activities/words'
import './Sheet.css'

type Figures = Given<'attendance.sheet'>

/** The share of those who came is a figure only once it is over; until then it is how many of how many. */
const Totals = ({ figures, words }: { figures: Figures; words: Words }) => {
  const { expected, present, awaited, absent, leave, late, rate, over } = figures
  return (
    <Card>
      {over ? (
        <View className="sheet-rate">
          出勤率 <View className="sheet-figure">{percent(rate)}</View>
        </View>
      ) : (
        <View className="sheet-rate">
          {words.came} <View className="sheet-figure">{present}</View> 人，还没到 {awaited} 人
        </View>
      )}
      <View>
        {[
          `${words.expected} ${String(expected)} 人`,
          `${words.came} ${String(present)} 人${late > 0 ? `（迟到 ${String(late)} 人）` : ''}`,
          `请假 ${String(leave)} 人`,
          ...(over || absent > 0 ? [`没来 ${String(absent)} 人`] : []),
        ].join('，')}
      </View>
    </Card>
  )
}

/** What was said for the hours that it had before it was moved: kept, and not counted here. */
const Earlier = ({ earlier = [] }: Pick<Figures, 'earlier'>) => (
  <>
    {earlier.map(({ startsAt, endsAt, present, leave }) => (
      <Notice key={`${startsAt}/${endsAt}`} tone="info" title={`原定${span(startsAt, endsAt)}`}>
        <View>
          {[present > 0 ? `签到 ${present} 人` : '', leave > 0 ? `请假 ${leave} 人` : ''].filter(Boolean).join('，')}
          。只算那一次，记录都留着，不算在这张表里。
        </View>
      </Notice>
    ))}
  </>
)

interface GroupProps {
  group: Group
  activityId: string
  over: boolean
  onChanged: () => unknown
}

const Rows = ({ group, activityId, over, onChanged }: GroupProps) => (
  <Fold title={`${group.title} ${group.rows.length} 人`} open={!group.folded}>
    {() => (
      <Many items={group.rows} keyOf={row => row.memberId} step={20}>
        {row => <PersonLine activityId={activityId} row={row} over={over} onChanged={onChanged} />}
      </Many>
    )}
  </Fold>
)

/** The sheet of one activity: contradictions and those who are missing first, figures on top, a workbook to take away. */
export const Sheet = ({ activityId }: { activityId: string }) => {
  const activity = useQuery('activity.get', { activityId })
  const query = useQuery('attendance.sheet', { activityId })
  const name = activity.data ? `签到表 ${activity.data.title} ${dateOf(activity.data.startsAt)}.xlsx` : '签到表.xlsx'
  return (
    <Screen>
      {activity.data && (
        <View>
          <Title>{activity.data.title}</Title>
          <View className="soft">{span(activity.data.startsAt, activity.data.endsAt)}</View>
        </View>
      )}
      <Loaded query={query}>
        {data => (
          <View className="stack">
            <Totals figures={data} words={activity.data ? wordsOf(activity.data) : freeWords} />
            <Earlier earlier={data.earlier} />
            <ExportButton words="导出 Excel 签到表" icon="sheet" name={name} make={() => call('attendance.export', { activityId })} />
            <Conflicts activityId={activityId} conflicts={data.conflicts} onDecided={query.reload} />
            {data.items.length === 0 && <Empty icon="list" title="这里会列出签到的人" hint="名册里还没有人，请先导入花名册。" />}
            {groupsOf(data.items, data.over).map(group => (
              <Rows key={group.title} group={group} activityId={activityId} over={data.over} onChanged={query.reload} />
            ))}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
