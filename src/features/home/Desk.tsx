import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { BigButton, Button } from '../../components/Button'
import { Card, Section, Title } from '../../components/Card'
import { Loaded } from '../../components/Loaded'
import { LinkRow } from '../../components/Rows'
import { Screen } from '../../components/Screen'
import { day } from '../../components/times'
import { now } from '../../platform/clock'
import { go } from '../../platform/go'
import { useQuery } from '../../platform/query'
import { type Desk as Lying, deskFrom, sortDesk, stageOf, ComingLine, HeldLine, TemplateLine, TodayCard } from '../life/public'
import { type Route, routes } from '../../../core/shared/routes'

/** How many coming activities the desk itself shows. */
const COMING = 3

interface Props {
  branchId: string
  branchName: string
  onChange?: (() => void) | undefined
  /** What waits in other capabilities: their own parts. */
  waiting?: ReactNode
}

const Tools = ({ door, branchId }: { door: Route; branchId: string }) => (
  <Section title="办事">
    <LinkRow icon="notice" words="发通知、办活动" onPress={() => go(routes.publish())} />
    <LinkRow icon="qr" words="扫码签到" onPress={() => go(door)} />
    <LinkRow icon="help" words="求助" note="没人接的、已超时的、快超时的" onPress={() => go(routes.requestDesk({ orgId: branchId }))} />
    <LinkRow icon="steps" words="走访" note="节日、生日、生病、困难，谁去看谁" onPress={() => go(routes.plan())} />
    <LinkRow icon="phone" words="特殊关怀" note="独居、空巢、卧床、高龄，多久没联系了" onPress={() => go(routes.special())} />
    <LinkRow icon="wallet" words="待遇台账" note="体检、报销、家庭医生、高龄津贴" onPress={() => go(routes.benefits())} />
    <LinkRow icon="cake" words="生日和政治生日" note="谁快过生日了，打个电话" onPress={() => go(routes.birthdays())} />
    <LinkRow icon="chart" words="支部看板" note="人数、关怀、待遇、求助，和上月比" onPress={() => go(routes.overview())} />
    <LinkRow icon="calendar" words="所有活动" note="回执、签到表、记录" onPress={() => go(routes.branchActivities())} />
    <LinkRow icon="serve" words="服务岗位" note="要人手就发到群里，谁来一目了然" onPress={() => go(routes.posts())} />
    <LinkRow icon="talk" words="结对联系" note="谁联系谁，交接，共建单位" onPress={() => go(routes.pairings())} />
    <LinkRow icon="id-card" words="打印亲情服务卡" note="大字，扫一扫就能找到人" onPress={() => go(routes.print())} />
    <LinkRow icon="people" words="花名册" note="查人、打电话、导入导出" onPress={() => go(routes.roster())} />
    <LinkRow icon="file" words="善后" note="有同志去世，在这里登记" onPress={() => go(routes.farewells())} />
    <LinkRow icon="repeat" words="每月模板" note="每月5日的主题党日自动发通知" onPress={() => go(routes.templates())} />
    <LinkRow icon="me" words="支部人员" note="党小组和组长、联络员" onPress={() => go(routes.people())} />
  </Section>
)

const Today = ({ today, withDoor }: Pick<Lying, 'today'> & { withDoor: boolean }) => (
  <Section title={day(now())}>
    {today.length === 0 && (
      <Card>
        <View>今天没有活动。</View>
      </Card>
    )}
    {today.map(activity => (
      <TodayCard key={activity.activityId} activity={activity} withDoor={withDoor} />
    ))}
  </Section>
)

/** The secretary's desk: what is due today, then what needs a look, then the tools. */
export const Desk = ({ branchId, branchName, onChange, waiting }: Props) => {
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
      <Title>{branchName}</Title>
      {waiting}
      <Loaded query={query} cards={2}>
        {() => (
          <View className="stack">
            {lying && <Today today={lying.today} withDoor={others.length > 0} />}
            {lying && (lying.coming.length > 0 || lying.held.length > 0) && (
              <Section title="要看一看的">
                {lying.coming.slice(0, COMING).map(activity => (
                  <ComingLine key={activity.activityId} activity={activity} />
                ))}
                {lying.held.map(activity => (
                  <HeldLine key={activity.activityId} activity={activity} />
                ))}
                {templates.data && <TemplateLine templates={templates.data.items} />}
              </Section>
            )}
          </View>
        )}
      </Loaded>
      {settled && <Tools door={door} branchId={branchId} />}
      {onChange && (
        <Button kind="quiet" onPress={onChange}>
          换一个支部
        </Button>
      )}
    </Screen>
  )
}
