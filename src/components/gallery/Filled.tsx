import { View } from '@tarojs/components'
import { Section, Title } from '../Card'
import { Chips } from '../Chips'
import { Choice } from '../Choice'
import { DateField, TimeField } from '../Dates'
import { Field, FieldFrame } from '../Field'
import { PickOne } from '../PickOne'
import { SayItFrame } from '../SayIt'
import { SearchBox } from '../SearchBox'
import { Tabs } from '../Tabs'
import { Typed } from '../Typed'

const nothing = () => undefined
const options = [
  { value: 'home', words: '上门看望' },
  { value: 'phone', words: '打电话', hint: '行动方便、不想见人的时候' },
] as const

interface SpokenProps {
  label: string
  value: string
  state: 'still' | 'heard'
  tall?: boolean
}

/** A field that is spoken into, on a phone that hears and on one that does not. */
const Spoken = ({ label, value, state, tall = false }: SpokenProps) => (
  <FieldFrame label={label}>
    <SayItFrame label={label} tall={tall} state={state} onPress={nothing}>
      <Typed
        className={`field-input${tall ? ' tall' : ''}`}
        label={label}
        value={value}
        onChange={nothing}
        placeholder=""
        max={100}
        tall={tall}
      />
    </SayItFrame>
  </FieldFrame>
)

/** What is filled in and chosen. */
export const Filled = () => (
  <>
    <Title>填的</Title>
    <Section title="写">
      <Field label="名称" value="" placeholder="例如：学习二十届四中全会精神" onChange={nothing} />
      <Field label="地点" value="社区活动中心" hint="写到哪一间" onChange={nothing} />
      <Field label="电话" value="1380000" error="少了几位，手机号是 11 位" onChange={nothing} />
      <Field tall label="说几句" value={'天冷了\n请带上杯子'} onChange={nothing} />
      <Spoken label="写，或者说" value="" state="still" tall />
      <Spoken label="说一个名字" value="王建国" state="heard" />
      <SearchBox label="找姓名" value="" onChange={nothing} />
      <SearchBox label="找一位同志" value="王" onChange={nothing} />
    </Section>
    <Section title="选">
      <Choice label="怎么去的" options={options} value="home" onChange={nothing} />
      <Choice label="还没有选的" options={options} value={undefined} error="请选一项" onChange={nothing} />
      <Chips label="能帮什么忙" many options={options} chosen={['phone']} onPress={nothing} />
      <PickOne label="常用地点" options={options} value="home" onChange={nothing} />
      <Tabs options={options} value="home" onChange={nothing} />
      <View className="row">
        <View className="grow">
          <DateField label="日期" value="2026-11-25" onChange={nothing} />
        </View>
        <View className="grow">
          <TimeField label="开始" value="" onChange={nothing} />
        </View>
      </View>
    </Section>
  </>
)
