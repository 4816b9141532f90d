import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button, IconButton } from '../../../components/Button'
import { Section } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Screen } from '../../../components/Screen'
import { useCommand } from '../../../platform/query'
import { orderOf, placesOf, type Ranked } from './ranking'
import type { Circle, Result } from './words'

interface RankProps {
  name: string
  place: number
  tied: boolean
  /** The first has no one before them to share a place with. */
  onTie: (() => void) | undefined
  onRemove: () => void
}

const Rank = ({ name, place, tied, onTie, onRemove }: RankProps) => {
  const tieWords = tied ? '不并列' : '并列'
  return (
    <View className="list-row row">
      <View className="grow">
        <View className="soft small">{`第 ${String(place)} 名`}</View>
        <View className="strong">{name}</View>
      </View>
      {onTie && <IconButton icon="link" words={tieWords} label={`${tieWords}：${name}和上一位`} onPress={onTie} />}
      <IconButton icon="close" words="拿掉" label={`拿掉：${name}`} onPress={onRemove} />
    </View>
  )
}

interface Props {
  circle: Circle
  /** The one that is put right; absent for a new one. */
  result?: Result | undefined
  onDone: (saved: boolean) => void
}

/** The places of a match: names are pressed in their order, who shares a place is marked. */
export const ResultForm = ({ circle, result, onDone }: Props) => {
  const [title, setTitle] = useState(result?.title ?? '')
  const [order, setOrder] = useState<readonly Ranked[]>(() => orderOf(result?.places ?? []))
  const [tried, setTried] = useState(false)
  const save = useCommand('circle.result')
  const people = new Map([...(result?.places ?? []), ...circle.members].map(one => [one.memberId, one.name]))
  const places = placesOf(order)
  const left = [...people].filter(([memberId]) => !order.some(one => one.memberId === memberId))
  const press = async () => {
    setTried(true)
    if (title.trim() === '') return
    const which = result ? { resultId: result.resultId } : {}
    const answer = await save.run({ circleId: circle.circleId, title, places, ...which })
    if (answer?.ok) onDone(true)
  }
  const tie = (memberId: string) => setOrder(order.map(one => (one.memberId === memberId ? { ...one, tied: !one.tied } : one)))
  return (
    <Screen
      main={
        <>
          {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
          <BigButton busyWords="正在保存…" disabled={places.length === 0} onPress={press}>
            {result ? '改好了' : '记下成绩'}
          </BigButton>
        </>
      }
    >
      <Field
        label="什么比赛"
        value={title}
        onChange={setTitle}
        max={40}
        placeholder="例如：秋季门球赛"
        error={tried && title.trim() === '' ? '请写是什么比赛' : undefined}
      />
      {places.length > 0 && (
        <Section title="名次">
          {places.map(({ memberId, place }, index) => (
            <Rank
              key={memberId}
              name={people.get(memberId) ?? ''}
              place={place}
              tied={order[index]?.tied ?? false}
              onTie={index === 0 ? undefined : () => tie(memberId)}
              onRemove={() => setOrder(order.filter(one => one.memberId !== memberId))}
            />
          ))}
        </Section>
      )}
      {left.length > 0 && (
        <Chips
          many
          label={places.length === 0 ? '先按第一名是谁' : `再按第 ${String(places.length + 1)} 名是谁`}
          options={left.map(([value, words]) => ({ value, words }))}
          chosen={[]}
          onPress={memberId => setOrder([...order, { memberId, tied: false }])}
        />
      )}
      <Button icon="back" onPress={() => onDone(false)}>
        {result ? '先不改' : '先不记'}
      </Button>
    </Screen>
  )
}
