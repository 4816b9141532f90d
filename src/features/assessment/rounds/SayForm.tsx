import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Field, FieldFrame } from '../../../components/Field'
import { Photos } from '../../../components/Photos'
import { spoken } from '../../../components/spoken'
import { useDraft } from '../../../platform/draft'
import { fields, list, number, text } from '../../../platform/shape'

interface PointsProps {
  most: number
  value: number
  onChange: (points: number) => void
}

/** Points by halves, by two large buttons; or all and none at once. */
export const PointsField = ({ most, value, onChange }: PointsProps) => {
  const set = (points: number) => onChange(Math.min(most, Math.max(0, points)))
  return (
    <FieldFrame label={`打几分（满分 ${String(most)} 分）`}>
      <View className="assess-points" {...spoken('group', { label: `现在 ${String(value)} 分` })}>
        <Button onPress={() => set(value - 0.5)} about="减半分">
          减
        </Button>
        <View className="assess-number">{`${String(value)} 分`}</View>
        <Button onPress={() => set(value + 0.5)} about="加半分">
          加
        </Button>
      </View>
      <View className="row">
        <Button kind="quiet" onPress={() => set(most)}>
          满分
        </Button>
        <Button kind="quiet" onPress={() => set(0)}>
          0 分
        </Button>
      </View>
    </FieldFrame>
  )
}

interface Said {
  points: number
  words: string
  fileIds: string[]
}
const isSaid = fields<Said>({ points: number, words: text, fileIds: list(text) })

interface Props {
  /** Under which name it is kept while it is being written. */
  draft: string
  most: number
  begin: Said
  /** Words must be there. */
  asksWords: boolean
  photos: boolean
  placeholder: string
  words: string
  /** Sends it; true where it was taken. */
  onSay: (said: Said) => Promise<boolean>
  onClose: () => void
}

/** Points, words and photos to one rule. */
export const SayForm = ({ draft: key, most, begin, asksWords, photos, placeholder, words: button, onSay, onClose }: Props) => {
  const { draft, change, done } = useDraft(key, isSaid, begin)
  const { points, words, fileIds } = draft
  const [tried, setTried] = useState(false)
  const lacks = asksWords && words.trim() === ''
  const press = async () => {
    setTried(true)
    if (!lacks && (await onSay({ points, words: words.trim(), fileIds }))) done(draft)
  }
  return (
    <View className="stack">
      <PointsField most={most} value={points} onChange={next => change({ points: next })} />
      <Field
        label={asksWords ? '说明理由' : '说几句（可以不写）'}
        value={words}
        onChange={next => change({ words: next })}
        max={500}
        tall
        placeholder={placeholder}
        error={tried && lacks ? '请写一句为什么' : undefined}
      />
      {photos && <Photos fileIds={fileIds} onChange={next => change(before => ({ fileIds: next(before.fileIds) }))} />}
      <Button icon="done" busyWords="正在交…" onPress={press}>
        {button}
      </Button>
      <Button kind="quiet" onPress={onClose}>
        先不写
      </Button>
    </View>
  )
}
