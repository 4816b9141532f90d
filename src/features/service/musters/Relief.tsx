import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { Unfold } from '../../../components/Unfold'
import { useCommand } from '../../../platform/query'
import { type Muster, type MusterPerson, shiftHours, type Slot } from './words'

interface Props {
  musterId: string
  muster: Muster
  slot: Slot
  onDone: () => Promise<unknown>
}

const cellOf = (muster: Muster, { place, shift }: Slot) => muster.grid.find(one => one.place === place && one.shift === shift)

/** Who leads the shift, of those who come to it. */
export const Leader = ({ musterId, muster, slot, people, onDone }: Props & { people: readonly MusterPerson[] }) => {
  const command = useCommand('muster.lead')
  const lead = cellOf(muster, slot)?.lead
  return (
    <Unfold words={lead ? `班长：${lead.name}，换一位` : '定一位班长'} icon="me">
      {close => (
        <View className="stack">
          <View className="strong">请哪一位带这一班？</View>
          {command.refusal && <Failure refusal={command.refusal} />}
          {people.map(one => (
            <Button
              key={one.memberId}
              onPress={async () => {
                const answer = await command.run({ musterId, slot, memberId: one.memberId })
                if (!answer?.ok) return
                close()
                await onDone()
              }}
            >
              {one.name}
            </Button>
          ))}
          {people.length === 0 && <View className="soft">这一班还没有人来，等有人了再定。</View>}
          <Button kind="quiet" onPress={close}>
            先不定
          </Button>
        </View>
      )}
    </Unfold>
  )
}

/** The shift is handed over to the one after it, with a word on how things stand. */
export const HandOver = ({ musterId, muster, slot, onDone }: Props) => {
  const command = useCommand('muster.handOver')
  const [words, setWords] = useState('')
  const [relieved, setRelieved] = useState<number | undefined>()
  const relief = cellOf(muster, slot)?.relief
  return (
    <>
      {relieved !== undefined && (
        <Notice tone="good" title={`交班了，${String(relieved)} 位同志可以回去休息`} onSeen={() => setRelieved(undefined)} />
      )}
      <Unfold words="交班" icon="swap">
        {close => {
          const press = async () => {
            const answer = await command.run({ musterId, slot, words: words.trim() })
            if (!answer?.ok) return
            setRelieved(answer.data.relieved)
            close()
            await onDone()
          }
          return (
            <View className="stack">
              <View className="strong">
                {relief === undefined ? '这个点位后面没有班了' : `交给 ${shiftHours(muster, { place: slot.place, shift: relief })} 的班`}
              </View>
              <Field
                label="要交代的话（可以不填）"
                value={words}
                onChange={setWords}
                max={200}
                tall
                placeholder="例如：三号涵闸有点漏，请勤看"
              />
              {command.refusal && <Failure refusal={command.refusal} />}
              <Button icon="check" busyWords="正在交班…" onPress={press}>
                交班，这一班的人可以回去
              </Button>
              <Button kind="quiet" onPress={close}>
                先不交
              </Button>
            </View>
          )
        }}
      </Unfold>
    </>
  )
}
