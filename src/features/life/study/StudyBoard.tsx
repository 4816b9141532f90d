import { View } from '@tarojs/components'
import { dateOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { Section, Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Figure, Figures } from '../../../components/Figure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Many, useSome } from '../../../components/Many'
import { LinkRow, ShortRow } from '../../../components/Rows'
import { Panes, Screen } from '../../../components/Screen'
import { SideBySide } from '../../../components/SideBySide'
import { call, type Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'

type Data = Given<'study.board'>
type Learner = Data['people'][number]

const Sum = ({ figures }: { figures: Data['figures'] }) => {
  const { people, care, reached, hours, courses, brought, lent, late } = figures
  return (
    <Figures>
      <Figure words="学够学时" number={String(reached)} note={`要求学时的 ${String(people - care)} 人里`} />
      <Figure words="只记不催" number={String(care)} note={`年高体弱；送学上门 ${String(brought)} 次`} />
      <Figure words="一共学了" number={`${String(hours)} 学时`} note={`学完的课 ${String(courses)} 门次`} />
      <Figure words="借出的书" number={String(lent)} note={late === 0 ? '没有到期的' : `${String(late)} 本到期了`} />
    </Figures>
  )
}

/** What is said of one person: hours, and what came to their door; of the frail never what is missing. */
const sayLearner = ({ hours, target, asCare, courses, brought }: Learner): string =>
  [
    asCare ? `${String(hours)} 学时` : `${String(hours)}/${String(target)} 学时`,
    ...(courses > 0 ? [`学完 ${String(courses)} 门课`] : []),
    ...(brought > 0 ? [`送学上门 ${String(brought)} 次`] : []),
  ].join(' · ')

const People = ({ title, people }: { title: string; people: readonly Learner[] }) => {
  const [some, more] = useSome(people, 30, '人')
  if (people.length === 0) return null
  return (
    <Section title={`${title} ${String(people.length)} 位`}>
      <SideBySide>
        {some.map(one => (
          <ShortRow
            key={one.memberId}
            name={one.name}
            note={sayLearner(one)}
            {...(!one.asCare && one.hours >= one.target
              ? { state: { icon: 'done' as const, tone: 'good' as const, words: '学够了' } }
              : {})}
          />
        ))}
      </SideBySide>
      {more}
    </Section>
  )
}

interface Props {
  orgId: string
  orgName: string
  secretary: boolean
}

/** 学习情况: a year's figures, and the rows that they are sums of: the members of a branch, or what stands below. */
export const StudyBoard = ({ orgId, orgName, secretary }: Props) => {
  const year = Number(dateOf(now()).slice(0, 4))
  const query = useQuery('study.board', { orgId, year })
  const named = { orgId, name: orgName }
  const side = (data: Data | undefined) => (
    <>
      <View>
        <Title>{`${String(year)}年学习`}</Title>
        <View className="soft">{`${orgName}，算到昨天`}</View>
      </View>
      {data && <Sum figures={data.figures} />}
      {data && data.people.length > 0 && (
        <ExportButton words="导出 Excel" icon="sheet" name="学时.xlsx" make={() => call('study.export', { branchId: orgId, year })} />
      )}
      {!secretary && (
        <>
          <LinkRow icon="play" words="课程" note="放一门课，下面的支部都能学" onPress={() => go(routes.runCourses(named))} />
          <LinkRow icon="file" words="学习材料" note="收到几份、发给哪里、还剩几份" onPress={() => go(routes.materials(named))} />
          <LinkRow icon="award" words="集中培训" note="谁参加了、算几个学时" onPress={() => go(routes.trainings(named))} />
        </>
      )}
    </>
  )
  return (
    <Screen wide>
      <Panes side={side(query.data)}>
        <Loaded query={query} cards={3}>
          {({ people, below }) => (
            <View className="stack">
              {people.length === 0 && below.length === 0 && (
                <Empty icon="chart" title="还没有数" hint="支部有了活动签到、学习任务、课程，这里就有数了。" />
              )}
              <People title="还在学的" people={people.filter(one => !one.asCare && one.hours < one.target)} />
              <People title="学够了的" people={people.filter(one => !one.asCare && one.hours >= one.target)} />
              <People title="年高体弱，只记不催的" people={people.filter(one => one.asCare)} />
              <Many items={below} keyOf={one => one.orgId} unit="个">
                {one => (
                  <LinkRow
                    icon="chart"
                    words={one.name}
                    note={`${String(one.reached)}/${String(one.people - one.care)} 位学够 · ${String(one.hours)} 学时 · 送学上门 ${String(one.brought)} 次`}
                    onPress={() => go(routes.studyBoard({ orgId: one.orgId, name: one.name }))}
                  />
                )}
              </Many>
            </View>
          )}
        </Loaded>
      </Panes>
    </Screen>
  )
}
