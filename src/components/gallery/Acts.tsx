import { View } from '@tarojs/components'
import { BigButton, Button, IconButton } from '../Button'
import { CallButton } from '../CallButton'
import { Card, Section, Title } from '../Card'
import { Confirm } from '../Confirm'
import { PersonRow, LinkRow } from '../Rows'

const nothing = () => undefined

/** What is pressed: the three ranks of action, and rows that open something. */
export const Acts = () => (
  <>
    <Title>按的</Title>
    <Section title="三等">
      <BigButton icon="check" onPress={nothing}>
        我参加
      </BigButton>
      <BigButton disabled onPress={nothing}>
        还不能按
      </BigButton>
      <BigButton busy busyWords="正在报名…" onPress={nothing}>
        我参加
      </BigButton>
      <Button icon="calendar" onPress={nothing}>
        记到日历
      </Button>
      <Button disabled onPress={nothing}>
        还不能按
      </Button>
      <Button kind="quiet" onPress={nothing}>
        不了
      </Button>
      <Button kind="danger" icon="remove" onPress={nothing}>
        取消这次活动
      </Button>
      <Confirm question="确定取消？" yes="取消" no="不取消" onYes={nothing}>
        问一次
      </Confirm>
      <CallButton name="王秀英" phone="13800000000" />
    </Section>
    <Section title="一行">
      <PersonRow name="王秀英" />
      <PersonRow
        name="欧阳文彬"
        note="第一党小组 · 138****4321"
        state={{ icon: 'done', tone: 'good', words: '已读' }}
        onPress={nothing}
        action={<IconButton icon="phone" label="打电话：欧阳文彬" onPress={nothing} />}
      />
      <PersonRow
        name="买买提·吐尔逊江·阿不都热合曼"
        note="名字很长的同志"
        state={{ icon: 'alert', tone: 'danger', words: '没来' }}
        onPress={nothing}
      />
      <LinkRow icon="people" words="花名册" onPress={nothing} />
      <LinkRow icon="notice" words="发通知、办活动" note="每月5日的主题党日自动发" onPress={nothing} />
    </Section>
    <Section title="卡片">
      <Card>
        <View>一件事。</View>
      </Card>
      <Card title="按得开的" onPress={nothing}>
        <View className="soft">11月25日 星期三 上午9:00到11:00</View>
      </Card>
      <Card title="要紧的" edge="red">
        <View>还没有人接。</View>
      </Card>
      <Card edge="good">
        <View className="good">已签到 ✓</View>
      </Card>
      <Card edge="warn">
        <View className="warn">没按时办到</View>
      </Card>
    </Section>
  </>
)
