import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Photos } from '../../../components/Photos'
import { Unfold } from '../../../components/Unfold'
import { useCommand } from '../../../platform/query'

const words = {
  progress: { icon: 'steps', open: '告诉本人办到哪里了', label: '办到哪里了', placeholder: '例如：已经去量过尺寸，等居委会报价' },
  outcome: { icon: 'star', open: '记上办成了什么', label: '办成了什么', placeholder: '例如：扶手装好了' },
} as const

interface Props {
  what: keyof typeof words
  suggestionId: string
  onDone: () => Promise<void>
}

/** Words that the proposer reads: how far it is, or what came of it, with photos. */
export const SayForm = ({ what, suggestionId, onDone }: Props) => {
  const [said, setSaid] = useState('')
  const [photos, setPhotos] = useState<string[]>([])
  const [tried, setTried] = useState(false)
  const progress = useCommand('suggestion.progress')
  const outcome = useCommand('suggestion.outcome')
  const { icon, open, label, placeholder } = words[what]
  const press = async (close: () => void) => {
    setTried(true)
    if (said.trim() === '') return
    const answer =
      what === 'progress'
        ? await progress.run({ suggestionId, words: said })
        : await outcome.run({ suggestionId, words: said, photoFileIds: photos })
    if (!answer?.ok) return
    setSaid('')
    close()
    await onDone()
  }
  const refusal = progress.refusal ?? outcome.refusal
  return (
    <Unfold icon={icon} words={open}>
      {close => (
        <View className="stack">
          <Field
            label={label}
            value={said}
            onChange={setSaid}
            max={500}
            tall
            error={tried && said.trim() === '' ? '请写几句' : undefined}
            placeholder={placeholder}
          />
          {what === 'outcome' && <Photos label="照片（可以不拍）" fileIds={photos} onChange={next => setPhotos(next)} />}
          {refusal && <Failure refusal={refusal} />}
          <Button icon="done" busyWords="正在记下…" onPress={() => press(close)}>
            记下，并告诉本人
          </Button>
          <Button kind="quiet" onPress={close}>
            先不记
          </Button>
        </View>
      )}
    </Unfold>
  )
}
