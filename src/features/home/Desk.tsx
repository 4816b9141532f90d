import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { BigButton, Button } from '../../components/Button'
import { Title } from '../../components/Card'
import { Loaded } from '../../components/Loaded'
import { Part } from '../../components/Part'
import { LinkRow } from '../../components/Rows'
import { Screen } from '../../components/Screen'
import type { Tab } from '../../components/TabBar'
import { day } from '../../components/times'
import { now } from '../../platform/clock'
import { go } from '../../platform/go'
import { useQuery } from '../../platform/query'
import { BirthdayLine } from '../care/birthdays/BirthdayLine'
import { GapLine } from '../care/pairings/GapLine'
import { CareLine } from '../care/special-care/CareLine'
import { VisitLine } from '../care/visits/VisitLine'
import { AftercareLine } from '../departures/aftercare/AftercareLine'
import { DeskLine } from '../help/requests/DeskLine'
import { ComingLine, deskFrom, HeldLine, RhythmLine, sortDesk, stageOf, TemplateLine, TodayCard } from '../life/public'
import { CommitteeLine } from '../people/committees/CommitteeLine'
import { JoiningLine } from '../people/joining/JoiningLine'
import { ReportLine } from '../people/liaisons/Lines'
import { FirstDay } from '../people/setup/FirstDay'
import { RiskLines } from '../service/posts/desk/RiskLines'
import { DeskTools } from './DeskTools'
import { routes } from '../../../core/shared/routes'
import './Desk.css'

/** How many coming activities the desk itself shows. */
const COMING = 3

interface Props {
  branchId: string
  branchName: string
  onChange?: (() => void) | undefined
  /** As the home of its secretary: with the bar of tabs, and the way to their own. */
  tab?: Tab
  head?: ReactNode
}

/** The secretary's desk as a day: what is on fire, what is today, what is this week, each line one tap from its act; then the tools. */
export const Desk = ({ branchId, branchName, onChange, head, ...frame }: Props) => {
  const query = useQuery('activity.list', { branchId, from: deskFrom(now()) })
  const templates = useQuery('template.list', { branchId })
  const lying = query.data && sortDesk(query.data.items, now())
  const running = lying?.today.filter(activity => stageOf(activity, now()) === 'door-open') ?? []
  const [open, ...others] = running
  // What is pressed must not turn into something else, or move away, under the finger.
  const settled = query.state !== 'loading'
  // One door open: straight to its screen. None or several: the person chooses.
  const door = open && others.length === 0 ? routes.door({ activityId: open.activityId }) : routes.branchActivities()
  return (
    <Screen
      {...frame}
      wide
      main={
        !settled ? undefined : running.length > 0 ? (
          <BigButton icon="qr" onPress={() => go(door)}>
            打开签到屏
          </BigButton>
        ) : (
          <BigButton icon="notice" onPress={() => go(routes.publish())}>
            发通知、办活动
          </BigButton>
        )
      }
    >
      {head}
      <View>
        <Title>{branchName}</Title>
        <View className="soft">{day(now())}</View>
        {query.data?.theme && <View>这一季的主题：{query.data.theme}</View>}
      </View>
      <LinkRow icon="people" words="花名册" onPress={() => go(routes.roster())} />
      <FirstDay branchId={branchId} />
      <View className="day">
        <View className="day-part stack">
          <Part title="现在">
            {running.map(activity => (
              <TodayCard key={activity.activityId} activity={activity} withDoor={others.length > 0} />
            ))}
            <DeskLine orgId={branchId} />
            <JoiningLine orgId={branchId} />
            <RiskLines />
            <CareLine orgId={branchId} />
          </Part>
          <Loaded query={query} cards={2}>
            {() => (
              <Part title="今天">
                {lying?.today
                  .filter(activity => !running.includes(activity))
                  .map(activity => (
                    <TodayCard key={activity.activityId} activity={activity} withDoor />
                  ))}
              </Part>
            )}
          </Loaded>
        </View>
        <View className="day-part stack">
          <Part title="这周">
            <CommitteeLine orgId={branchId} />
            <VisitLine branchId={branchId} />
            <RhythmLine branchId={branchId} />
            <ReportLine branchId={branchId} />
            <BirthdayLine branchId={branchId} />
            <GapLine branchId={branchId} />
            <AftercareLine orgId={branchId} />
            {lying?.held.map(activity => (
              <HeldLine key={activity.activityId} activity={activity} />
            ))}
            {lying?.coming.slice(0, COMING).map(activity => (
              <ComingLine key={activity.activityId} activity={activity} />
            ))}
            {templates.data && <TemplateLine templates={templates.data.items} />}
          </Part>
        </View>
        {settled && (
          <View className="day-part stack">
            <DeskTools branchId={branchId} door={door} />
          </View>
        )}
      </View>
      {onChange && (
        <Button kind="quiet" onPress={onChange}>
          换一个支部
        </Button>
      )}
    </Screen>
  )
}
