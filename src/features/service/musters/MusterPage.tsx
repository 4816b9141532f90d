import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { ReadAloud } from '../../../components/ReadAloud'
import { Fact } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { span } from '../../../components/times'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { useRepeat, useVisible } from '../../../platform/visible'
import { GridView } from './Grid'
import { LeadTools, Standing, Sums } from './Lead'
import { MyPlace, ThreeAnswers, useMyAnswer } from './MyAnswer'
import { SignIn } from './SignIn'
import { type Muster, slotText } from './words'

/** The grid lives: it is looked at so often while it is in sight. */
const LOOK_MS = 10_000

const Facts = ({ muster }: { muster: Muster }) => {
  const when = span(muster.startsAt, muster.endsAt)
  const where = muster.places.map(one => one.name).join('、')
  return (
    <View className="stack">
      <Title>{muster.title}</Title>
      {muster.why !== '' && <View>{muster.why}</View>}
      <Fact icon="clock">{when}</Fact>
      <Fact icon="place">{where}</Fact>
      <ReadAloud text={`${muster.orgName}应急集结：${muster.title}。${muster.why}。时间：${when}。地点：${where}。`} />
    </View>
  )
}

const Over = ({ muster }: { muster: Muster }) => (
  <Notice tone="good" title={muster.mine && muster.mine.arrivals.length > 0 ? '集结结束了，谢谢您' : '集结已经结束，不用来了'}>
    {muster.thanks && <View>{muster.thanks}</View>}
  </Notice>
)

interface Props {
  musterId: string
  scanned?: { code: string; slot?: string | undefined } | undefined
}

/** A muster: for those called the three answers, then where to be; for leaders the grid as it fills, who is to be rung, the roll-call, the end. */
export const MusterPage = ({ musterId, scanned }: Props) => {
  const query = useQuery('muster.get', { musterId })
  const mine = useMyAnswer(musterId, query.reload)
  useRepeat(query.reload, LOOK_MS, useVisible() && query.data?.state !== 'ended')
  const muster = query.data
  const open = muster?.state === 'open'
  const asked = open && muster.mine?.answer === null
  const leads = muster?.sums != null
  const own = open && muster.mine?.answer !== 'no' ? muster.mine : null
  const arrived = own !== null && own.arrivals.length > 0
  const reached = own?.arrivals.map(one => slotText(one.slot)) ?? []
  const left = own !== null && (own.slots.length === 0 ? !arrived : own.slots.some(slot => !reached.includes(slotText(slot))))
  return (
    <Screen main={asked && !leads && <ThreeAnswers mine={mine} />}>
      <Loaded query={query}>
        {shown => (
          <View className="stack">
            <Facts muster={shown} />
            {shown.state === 'ended' && <Over muster={shown} />}
            {open && shown.mine === null && !leads && (
              <Notice tone="info" title="这次没有叫您">
                <View>请安心在家；想出力，请给支部书记打电话。</View>
              </Notice>
            )}
            {asked && mine.refusal && <Failure refusal={mine.refusal} onSeen={mine.forget} />}
            {asked && leads && (
              // Who leads has the grid and the code below: the answers must not lie over them.
              <Card title="您自己能来吗？">
                <ThreeAnswers mine={mine} />
              </Card>
            )}
            {open && <MyPlace muster={shown} mine={mine} />}
            {own && (!asked || scanned !== undefined) && (
              <SignIn musterId={musterId} scanned={scanned} arrived={arrived} left={left} onDone={query.reload} />
            )}
            {leads && open && <Standing muster={shown} />}
            {leads && <Sums musterId={musterId} muster={shown} />}
            {(leads || shown.may.length > 0) && (
              <Section title="各点位人数">
                <GridView musterId={musterId} muster={shown} opens />
              </Section>
            )}
            {shown.may.length > 0 && <LeadTools musterId={musterId} muster={shown} onDone={query.reload} />}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}

/** Shown where an address names no muster. */
export const NoMuster = () => (
  <Screen>
    <Empty
      icon="notice"
      title="没有找到这次集结"
      hint="请从消息里再点一次。"
      action={<Button onPress={() => go(routes.musters())}>看应急集结</Button>}
    />
  </Screen>
)
