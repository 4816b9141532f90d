import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { LinkRow } from '../../../components/Rows'
import { Unfold } from '../../../components/Unfold'
import type { Point } from '../../../platform/place'
import { useQuery } from '../../../platform/query'
import { type Near, sayRoom } from './words'

interface Room {
  venueId: string
  name: string
  point?: Point | undefined
}

interface Props {
  /** The room that is to be booked; undefined where none is chosen. */
  chosen: string | undefined
  /** From when to when; null while that is not known. */
  span: { startsAt: number; endsAt: number } | null
  /** How many are to come, where that is known. */
  people?: number | undefined
  onChoose: (room: Room | undefined) => void
}

const noteOf = (one: Near): string =>
  [one.why ?? '', one.enough === false ? '可能坐不下' : '', sayRoom(one), one.fromOthers ? one.orgName : ''].filter(Boolean).join(' · ')

const Free = ({
  span,
  people,
  onChoose,
}: {
  span: { startsAt: number; endsAt: number }
  people: number | undefined
  onChoose: (room: Room) => void
}) => {
  const query = useQuery('venue.near', { ...span, ...(people === undefined ? {} : { people }) })
  return (
    <Loaded query={query} cards={2}>
      {({ items }) => (
        <View className="stack">
          {query.refusal && <Failure refusal={query.refusal} />}
          {!items.some(one => one.free) && <View className="soft">那段时间没有空着的场地，请换个时间，或者写别的地点。</View>}
          {items
            .filter(one => one.free)
            .map(one => (
              <LinkRow
                key={one.venueId}
                icon="place"
                words={one.name}
                note={noteOf(one)}
                onPress={() => onChoose({ venueId: one.venueId, name: one.name, point: one.point })}
              />
            ))}
        </View>
      )}
    </Loaded>
  )
}

/** In the form of an activity: rooms that are free then, those without steps first; the one that is chosen is booked with the notice. */
export const RoomsField = ({ chosen, span, people, onChoose }: Props) => {
  if (chosen !== undefined)
    return (
      <Notice tone="info" title="场地跟通知一起订下来">
        <View>改时间，场地跟着改；取消活动，场地自己退。</View>
        <Button kind="quiet" icon="remove" onPress={() => onChoose(undefined)}>
          不订这个场地
        </Button>
      </Notice>
    )
  if (!span) return null
  return (
    <Unfold words="选一个空着的场地" icon="home">
      {close => (
        <View className="stack">
          <Free
            span={span}
            people={people}
            onChoose={room => {
              onChoose(room)
              close()
            }}
          />
          <Button kind="quiet" onPress={close}>
            不选了
          </Button>
        </View>
      )}
    </Unfold>
  )
}
