import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/Button'
import { Unfold } from '../../../../components/Unfold'
import { FindPerson, type Found } from '../../../people/public'
import { Resolve } from './Resolve'
import type { RunShift } from './telling'

interface Props {
  postId: string
  orgId: string
  shift: RunShift
  onDone: () => Promise<unknown>
}

/** Who stood in without having claimed: chosen by name, then told of like everybody else. Who is in the queue has this on their own line. */
const Find = ({ postId, orgId, shift, onClose }: Omit<Props, 'onDone'> & { onClose: (changed: boolean) => unknown }) => {
  const [person, setPerson] = useState<Found | undefined>()
  const known = person && shift.holders.find(one => one.memberId === person.memberId)
  return (
    <View className="stack">
      <View className="strong">谁来替班了？</View>
      {person ? (
        <Resolve key={person.memberId} postId={postId} shift={shift} of={known ?? person} onClose={onClose} />
      ) : (
        <>
          <FindPerson orgId={orgId} onPick={setPerson} />
          <Button kind="quiet" onPress={() => onClose(false)}>
            先不记
          </Button>
        </>
      )}
    </View>
  )
}

export const StandIn = ({ onDone, ...about }: Props) => (
  <Unfold icon="person-add" words="没认领的人来替班了" kind="quiet">
    {close => (
      <Find
        {...about}
        onClose={async changed => {
          if (changed) await onDone()
          close()
        }}
      />
    )}
  </Unfold>
)
