import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDay } from '../../../../core/means/dues/words'
import { dateOf } from '../../../../core/shared/calendar'
import { Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import type { Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useQuery } from '../../../platform/query'

type Kind = Given<'activity.list'>['items'][number]['kind']
/** Meetings in which money is decided about. */
const deciding: readonly Kind[] = ['committee', 'general-meeting', 'group-meeting', 'party-day']
/** As many of them as one looks through. */
const SHOWN = 8

interface Props {
  branchId: string
  onPick: (meeting: { activityId: string; words: string }) => void
}

/** The branch's last meetings: in which of them it was talked over. */
export const Meetings = ({ branchId, onPick }: Props) => {
  const [before] = useState(now)
  const query = useQuery('activity.list', { branchId, before })
  return (
    <Loaded query={query} cards={2}>
      {({ items }) => {
        const held = items.filter(one => one.state === 'published' && deciding.includes(one.kind)).slice(0, SHOWN)
        return (
          <View className="stack">
            {held.length === 0 && <View className="soft">没有找到最近开过的会，写一句就行。</View>}
            {held.map(({ activityId, title, startsAt }) => (
              <LinkRow
                key={activityId}
                icon="calendar"
                words={title}
                note={sayDay(dateOf(startsAt))}
                onPress={() => onPick({ activityId, words: `${sayDay(dateOf(startsAt))}${title}` })}
              />
            ))}
          </View>
        )
      }}
    </Loaded>
  )
}
