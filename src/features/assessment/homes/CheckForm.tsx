import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HomeCheck } from '../../../../core/assessment/homes/checks'
import { dateOf } from '../../../../core/shared/calendar'
import { Button } from '../../../components/Button'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Photos } from '../../../components/Photos'
import { Choice } from '../../../components/Choice'
import { now } from '../../../platform/clock'
import { useCommand } from '../../../platform/query'

const options = [
  { value: 'yes', words: '有，做到了' },
  { value: 'no', words: '还没有' },
] as const

interface Props {
  homeId: string
  check: HomeCheck
  onDone: () => Promise<void>
  onClose: () => void
}

/** One of the ten is looked at: does it hold, on which day, with words and photos. */
export const CheckForm = ({ homeId, check, onDone, onClose }: Props) => {
  const [holds, setHolds] = useState<'yes' | 'no' | undefined>()
  const [on, setOn] = useState(dateOf(now()))
  const [words, setWords] = useState('')
  const [photos, setPhotos] = useState<string[]>([])
  const look = useCommand('home.check')
  const press = async () => {
    if (holds === undefined) return
    const answer = await look.run({ homeId, check, holds: holds === 'yes', on, words, photoFileIds: photos.slice(0, 6) })
    if (!answer?.ok) return
    onClose()
    await onDone()
  }
  return (
    <View className="stack">
      <Choice label="看下来" options={options} value={holds} onChange={setHolds} />
      <DateField label="哪天看的" value={on} onChange={setOn} />
      <Field label="说几句（可以不写）" value={words} onChange={setWords} max={300} tall placeholder="例如：挂得端正；还差一块牌子" />
      <Photos label="照片（可以不拍）" fileIds={photos} onChange={setPhotos} />
      {look.refusal && <Failure refusal={look.refusal} onSeen={look.forget} />}
      <Button icon="done" disabled={holds === undefined} busyWords="正在记下…" onPress={press}>
        记下
      </Button>
      <Button kind="quiet" onPress={onClose}>
        先不记
      </Button>
    </View>
  )
}
