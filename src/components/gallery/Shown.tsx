import { View } from '@tarojs/components'
import { Bars } from '../Bars'
import { Section, Title } from '../Card'
import { Figure, Figures } from '../Figure'
import { Empty, Skeleton } from '../Loaded'
import { Notice } from '../Notice'
import type { Column } from '../order'
import { Portrait } from '../Portrait'
import { Progress } from '../Progress'
import { QrCode } from '../QrCode'
import { Fact } from '../Rows'
import { Sparkline } from '../Sparkline'
import { StateChip } from '../StateChip'
import { Table } from '../Table'

const nothing = () => undefined

const units = [
  { name: '常青花园党支部', late: 12 },
  { name: '湖滨党支部', late: 3 },
]
const columns: readonly Column<(typeof units)[number]>[] = [
  { key: 'name', words: '支部', value: one => one.name, say: one => one.name, first: 'ascending' },
  { key: 'late', words: '超期', value: one => one.late, say: one => String(one.late) },
]

/** What is read: states, figures, what happened. */
export const Shown = () => (
  <>
    <Title>看的</Title>
    <Section title="怎么样了">
      <View className="row wrap">
        <StateChip icon="done" tone="good" words="已签到" />
        <StateChip icon="warn" tone="warn" words="没按时办到" />
        <StateChip icon="alert" tone="danger" words="还没有人接" />
        <StateChip icon="info" tone="info" words="候补第 2" />
        <StateChip icon="clock" tone="soft" words="还没开始" />
      </View>
      <Fact icon="clock" label="时间">
        11月25日 星期三 上午9:00到11:00
      </Fact>
      <Fact icon="place">社区活动中心二楼，从东门进，电梯在左手边</Fact>
      <View className="number">138 0000 4321</View>
      <View className="code-large">3F7-K2M-9QX</View>
      <View className="row">
        <Portrait name="王秀英" />
        <View className="grow strong">王秀英</View>
      </View>
    </Section>
    <Section title="发生了什么">
      <Notice tone="good" title="通知已经发出" onSeen={nothing}>
        <View>发给 86 位同志。</View>
      </Notice>
      <Notice tone="warn" title="没按时办到，对不起">
        <View>陈志强正在催。</View>
      </Notice>
      <Notice tone="danger" title="没有存上">
        <View>您写的都还在，再按一次。</View>
      </Notice>
      <Notice tone="info" title="上次填的内容还在" />
      <Notice big tone="good" title="王秀英同志，签到成功 ✓" />
    </Section>
    <Section title="数字">
      <Figures>
        <Figure words="应到" number="86" />
        <Figure words="实到" number="71" note="比上月多 3" onPress={nothing}>
          <Sparkline values={[60, null, 66, 70, 68, 71]} label="实到：6月 60，7月没有数，8月 66" tooFew="" />
        </Figure>
        <Figure whole words="走访" number="1,204" />
      </Figures>
      <Bars
        unit="人"
        bars={[
          { label: '常青花园党支部', count: 12, share: 1, onPress: nothing },
          { label: '湖滨党支部', count: 3, share: 0.25 },
        ]}
      />
      <Table
        label="各支部"
        columns={columns}
        rows={units}
        keyOf={one => one.name}
        by="late"
        chosen="湖滨党支部"
        onOpen={nothing}
        unit="个支部"
      />
      <Progress done={34} total={100} words="正在传照片" />
    </Section>
    <Section title="还没有">
      <Skeleton cards={1} />
      <Empty icon="calendar" title="还没有活动" hint="支部发了通知，会出现在这里。" />
      <QrCode text="https://changqing.example/a" label="示例的码" />
    </Section>
  </>
)
