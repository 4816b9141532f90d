import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, IconButton } from '../../../../components/Button'
import { Card } from '../../../../components/Card'
import { Choice } from '../../../../components/Choice'
import { Failure } from '../../../../components/Failure'
import { Field } from '../../../../components/Field'
import type { Tone } from '../../../../components/Icon'
import type { IconName } from '../../../../components/icons'
import { ShortRow } from '../../../../components/Rows'
import { clockTime } from '../../../../components/times'
import { useCommand } from '../../../../platform/query'
import type { Row } from './groups'

type State = Exclude<Row['state'], 'unmarked'>

interface Shown {
  icon: IconName
  tone: Tone
  words: string
}
const doubtfulShown: Shown = { icon: 'warn', tone: 'warn', words: '时间待核' }
const lateShown: Shown = { icon: 'clock', tone: 'warn', words: '迟到' }
const shown: Record<Row['state'], Shown> = {
  present: { icon: 'done', tone: 'good', words: '到了' },
  leave: { icon: 'leave', tone: 'info', words: '请假' },
  absent: { icon: 'alert', tone: 'danger', words: '缺席' },
  unmarked: { icon: 'clock', tone: 'danger', words: '没来' },
}
const awaitedShown: Shown = { icon: 'clock', tone: 'soft', words: '还没到' }

const shownOf = ({ doubtful, state, late }: Row, over: boolean): Shown => {
  if (doubtful) return doubtfulShown
  if (state === 'unmarked' && !over) return awaitedShown
  return state === 'present' && late ? lateShown : shown[state]
}
const ways = { code: '扫码', place: '按位置', proxy: '', kiosk: '签到机' } as const

const noteOf = (row: Row): string =>
  [
    row.at === undefined ? '' : clockTime(row.at),
    row.way === undefined ? '' : ways[row.way],
    row.by ? `${row.by}${row.relation ? '（家人）代办' : '记的'}` : '',
    row.reason ?? '',
    row.guest ? '外支部' : '',
    row.state === 'unmarked' && row.signedUp ? '报了名' : '',
    row.doubtful ? '记的手机时间不准，时间待核' : '',
  ]
    .filter(Boolean)
    .join(' · ')

/** Where nothing was wrong but the phone's clock, one tap says so. */
const Confirmed = ({ activityId, row, onDone }: { activityId: string; row: Row; onDone: () => unknown }) => {
  const resolve = useCommand('attendance.resolve')
  const { memberId, name, state } = row
  const confirm = async () => {
    if (state === 'unmarked') return
    const answer = await resolve.run({ activityId, memberId, state, reason: '书记核对过' })
    if (answer?.ok) await onDone()
  }
  return (
    <View className="stack">
      {resolve.refusal && <Failure refusal={resolve.refusal} />}
      <Button icon="check" about={name} onPress={confirm}>
        核对过了，没错
      </Button>
    </View>
  )
}

const Correct = ({ activityId, row, onDone }: { activityId: string; row: Row; onDone: (changed: boolean) => void }) => {
  const [state, setState] = useState<State | undefined>()
  const [reason, setReason] = useState('')
  const resolve = useCommand('attendance.resolve')
  const save = async () => {
    if (state === undefined) return
    const answer = await resolve.run({ activityId, memberId: row.memberId, state, reason: reason.trim() || '书记更正' })
    if (answer?.ok) onDone(true)
  }
  const states: readonly State[] = ['present', 'leave', 'absent']
  return (
    <View className="stack">
      <Choice
        label={`${row.name}应该记成`}
        options={states.filter(one => one !== row.state).map(one => ({ value: one, words: shown[one].words }))}
        value={state}
        onChange={setState}
      />
      <Field label="为什么改" value={reason} onChange={setReason} max={100} placeholder="例如：来了忘了扫码" />
      {resolve.refusal && <Failure refusal={resolve.refusal} />}
      <Button disabled={state === undefined} onPress={save}>
        改好了
      </Button>
      <Button kind="quiet" onPress={() => onDone(false)}>
        不改了
      </Button>
    </View>
  )
}

interface Props {
  activityId: string
  row: Row
  /** Only then is it said of a person that they did not come. */
  over: boolean
  onChanged: () => unknown
}

/** One person of the sheet; a mistake can be put right, and what stood before stays in the history. */
export const PersonLine = ({ activityId, row, over, onChanged }: Props) => {
  const [correcting, setCorrecting] = useState(false)
  const state = shownOf(row, over)
  const note = noteOf(row)
  const done = (changed: boolean) => {
    setCorrecting(false)
    if (changed) void onChanged()
  }
  return (
    <>
      <ShortRow
        name={row.name}
        note={note}
        state={state}
        {...(correcting ? {} : { action: <IconButton icon="edit" label={`更正：${row.name}`} onPress={() => setCorrecting(true)} /> })}
      />
      {row.doubtful && !correcting && <Confirmed activityId={activityId} row={row} onDone={onChanged} />}
      {correcting && (
        <Card>
          <Correct activityId={activityId} row={row} onDone={done} />
        </Card>
      )}
    </>
  )
}
