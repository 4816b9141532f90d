import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/Button'
import { Card } from '../../../../components/Card'
import { StateChip } from '../../../../components/StateChip'
import { clockTime } from '../../../../components/times'
import type { MarkQueue } from '../markQueue'
import type { DoorRow } from './rows'
import { stateOf } from './stateWords'
import './MarkRow.css'

/** Why people ask for leave, one tap each. */
const reasons = ['身体不适', '家中有事', '外出', '没说原因'] as const
const TICKED = '现场点名'
/** Of a member who is away and takes part by the secretary's call. */
const BY_PHONE = '电话参加'

interface Props {
  row: DoorRow
  mark: MarkQueue['mark']
  onFull: () => void
}

const noteOf = (row: DoorRow): string =>
  [
    row.at !== undefined && row.state !== 'unmarked' ? clockTime(row.at) : '',
    row.by ? `${row.by}${row.relation ? '（家人）代办' : '记的'}` : '',
    row.reason ?? '',
    row.signedUp ? '报了名' : '',
  ]
    .filter(Boolean)
    .join(' · ')

/** One name to tick: present with one tap, leave with a reason. */
export const MarkRow = ({ row, mark, onFull }: Props) => {
  const [asking, setAsking] = useState(false)
  const say = (state: 'present' | 'leave', reason: string) => {
    setAsking(false)
    if (!mark({ memberId: row.memberId, state, reason })) onFull()
  }
  const note = noteOf(row)
  return (
    <Card>
      <View className="row wrap">
        <View className="grow mark-name">
          <View className="strong">{row.name}</View>
          {note && <View className="soft small">{note}</View>}
        </View>
        <StateChip {...stateOf(row)} />
      </View>
      {row.state !== 'present' && !asking && (
        <View className="row wrap">
          <View className="grow">
            <Button icon="check" about={row.name} onPress={() => say('present', TICKED)}>
              到了
            </Button>
          </View>
          <View className="grow">
            <Button kind="quiet" about={row.name} onPress={() => say('present', BY_PHONE)}>
              {BY_PHONE}
            </Button>
          </View>
          {row.state !== 'leave' && (
            <View className="grow">
              <Button kind="quiet" about={row.name} onPress={() => setAsking(true)}>
                请假
              </Button>
            </View>
          )}
        </View>
      )}
      {asking && (
        <View className="mark-reasons">
          {reasons.map(reason => (
            <Button key={reason} about={row.name} onPress={() => say('leave', reason)}>
              {reason}
            </Button>
          ))}
          <Button kind="quiet" onPress={() => setAsking(false)}>
            不请假了
          </Button>
        </View>
      )}
    </Card>
  )
}
