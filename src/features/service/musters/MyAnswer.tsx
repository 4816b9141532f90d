import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MusterAnswer } from '../../../../core/service/musters/kinds'
import { BigButton, Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { clockTime } from '../../../components/times'
import { showPlace } from '../../../platform/place'
import { useCommand } from '../../../platform/query'
import { askToTell } from '../../../platform/subscribe'
import { answerWords, type Muster, placeName, sayCell, shiftHours, type Slot, slotText } from './words'

/** Answers for oneself; `say` asks first whether one wants to be told of the next. */
export const useMyAnswer = (musterId: string, onDone: () => Promise<unknown>) => {
  const command = useCommand('muster.answer')
  const say = async (answer: MusterAnswer, slot?: Slot, instead?: boolean) => {
    await askToTell(['muster-called', 'muster-ended'])
    const done = await command.run({ musterId, answer, ...(slot ? { slot } : {}), ...(instead ? { instead } : {}) })
    if (done?.ok) await onDone()
  }
  return { ...command, say }
}
export type MyAnswer = ReturnType<typeof useMyAnswer>

/** The three answers, large: one tap from the message is enough. */
export const ThreeAnswers = ({ mine }: { mine: MyAnswer }) => (
  <View className="stack">
    <BigButton icon="check" busyWords="正在记下…" onPress={() => mine.say('coming')}>
      能来
    </BigButton>
    <Button icon="clock" busyWords="正在记下…" onPress={() => mine.say('late')}>
      晚到
    </Button>
    <Button icon="close" busyWords="正在记下…" onPress={() => mine.say('no')}>
      不能来
    </Button>
  </View>
)

interface ChooseProps {
  muster: Muster
  mine: MyAnswer
  /** In place of what one has, or beside it. */
  instead: boolean
  onClose: () => void
}

/** The cells that are not over, the emptiest first. */
const ChooseCell = ({ muster, mine, instead, onClose }: ChooseProps) => {
  const cells = [...muster.grid].sort((one, other) => one.coming / one.need - other.coming / other.need)
  const choose = async (slot: Slot) => {
    await mine.say('coming', slot, instead)
    onClose()
  }
  return (
    <View className="stack">
      <View className="strong">{instead ? '换到哪里？' : '还能再来哪一班？'}</View>
      {cells.map(one => (
        <Button key={slotText(one)} icon="place" onPress={() => choose({ place: one.place, shift: one.shift })}>
          {`${placeName(muster, one)} ${shiftHours(muster, one)}（要${String(one.need)}人，来${String(one.coming)}人）`}
        </Button>
      ))}
      <Button kind="quiet" onPress={onClose}>
        不换了
      </Button>
    </View>
  )
}

/** The way to each place on WeChat's map, where its point is known. */
const Ways = ({ muster, slots }: { muster: Muster; slots: readonly Slot[] }) => {
  if (process.env.TARO_ENV !== 'weapp') return null
  const places = muster.places.filter((_, index) => slots.some(one => one.place === index))
  return (
    <>
      {places.map(({ name, point }) =>
        point ? (
          <Button key={name} icon="place" onPress={() => showPlace(point, name)}>
            {`怎么走到${name}`}
          </Button>
        ) : null,
      )}
    </>
  )
}

interface Props {
  muster: Muster
  mine: MyAnswer
}

/** What one answered, where to be and when; it may be changed until the end. */
export const MyPlace = ({ muster, mine }: Props) => {
  const [choosing, setChoosing] = useState<'instead' | 'also' | undefined>()
  const [changing, setChanging] = useState(false)
  const { mine: own } = muster
  if (!own || own.answer === null) return null
  const comes = own.answer !== 'no'
  const here = own.arrivals.map(one => `${placeName(muster, one.slot)} ${clockTime(one.at)}到`)
  return (
    <Card>
      <Notice tone={comes ? 'good' : 'info'} title={`您回了：${answerWords[own.answer]}`} />
      {comes && own.slots.length === 0 && <View>来了以后听书记安排在哪里。</View>}
      {own.slots.map(one => (
        <View key={slotText(one)} className="strong">
          {`请到：${sayCell(muster, one)}`}
        </View>
      ))}
      {comes && <Ways muster={muster} slots={own.slots} />}
      {here.map(one => (
        <View key={one} className="soft">
          {one}
        </View>
      ))}
      {mine.refusal && <Failure refusal={mine.refusal} onSeen={mine.forget} />}
      {choosing && <ChooseCell muster={muster} mine={mine} instead={choosing === 'instead'} onClose={() => setChoosing(undefined)} />}
      {!choosing && comes && here.length === 0 && (
        <Button kind="quiet" icon="swap" onPress={() => setChoosing('instead')}>
          换个地方或者班次
        </Button>
      )}
      {!choosing && comes && muster.shifts.length > 1 && (
        <Button kind="quiet" icon="add" onPress={() => setChoosing('also')}>
          我还能再来一班
        </Button>
      )}
      {!changing && (
        <Button kind="quiet" icon="edit" onPress={() => setChanging(true)}>
          改回话
        </Button>
      )}
      {changing && (
        <View className="stack">
          {(['coming', 'late', 'no'] as const)
            .filter(one => one !== own.answer)
            .map(one => (
              <Button
                key={one}
                onPress={async () => {
                  await mine.say(one)
                  setChanging(false)
                }}
              >
                {`改成：${answerWords[one]}`}
              </Button>
            ))}
        </View>
      )}
    </Card>
  )
}
