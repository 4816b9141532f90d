import { View } from '@tarojs/components'
import type { HomeCheck } from '../../../../core/assessment/homes/checks'
import { dateOf } from '../../../../core/shared/calendar'
import { Button } from '../../../components/Button'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Photos } from '../../../components/Photos'
import { Choice } from '../../../components/Choice'
import { now } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { fields, list, text } from '../../../platform/shape'

const options = [
  { value: 'yes', words: '有，做到了' },
  { value: 'no', words: '还没有' },
] as const

interface Draft {
  holds: string
  on: string
  words: string
  photos: string[]
}
const isDraft = fields<Draft>({ holds: text, on: text, words: text, photos: list(text) })

interface Props {
  homeId: string
  check: HomeCheck
  onDone: () => Promise<void>
  onClose: () => void
}

/** One of the ten is looked at: does it hold, on which day, with words and photos. */
export const CheckForm = ({ homeId, check, onDone, onClose }: Props) => {
  const first: Draft = { holds: '', on: dateOf(now()), words: '', photos: [] }
  const { draft, change, done } = useDraft(`home-check/${homeId}/${check}`, isDraft, first)
  const { on, words, photos } = draft
  const holds = options.find(one => one.value === draft.holds)?.value
  const look = useCommand('home.check')
  const press = async () => {
    if (holds === undefined) return
    const answer = await look.run({ homeId, check, holds: holds === 'yes', on, words, photoFileIds: photos.slice(0, 6) })
    if (!answer?.ok) return
    done()
    onClose()
    await onDone()
  }
  return (
    <View className="stack">
      <Choice label="看下来" options={options} value={holds} onChange={next => change({ holds: next })} />
      <DateField label="哪天看的" value={on} onChange={next => change({ on: next })} />
      <Field
        label="说几句（可以不写）"
        value={words}
        onChange={next => change({ words: next })}
        max={300}
        tall
        placeholder="例如：挂得端正；还差一块牌子"
      />
      <Photos label="照片（可以不拍）" fileIds={photos} onChange={next => change(before => ({ photos: next(before.photos) }))} />
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
