import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Photos } from '../../../components/Photos'
import { Unfold } from '../../../components/Unfold'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { fields, list, text } from '../../../platform/shape'

const words = {
  report: { icon: 'check', open: '我改好了', label: '改成什么样了', press: '告诉书记', placeholder: '例如：扶手装好了，左右各一根' },
  tick: { icon: 'done', open: '改到位了，销号', label: '看到的结果', press: '销号', placeholder: '例如：去看过了，装得牢' },
  reopen: { icon: 'back', open: '还没改到位，重新改', label: '还差什么', press: '请他再改', placeholder: '例如：左边那根松了' },
} as const

interface Draft {
  said: string
  photos: string[]
}
const isDraft = fields<Draft>({ said: text, photos: list(text) })
const blank: Draft = { said: '', photos: [] }

interface Props {
  what: keyof typeof words
  remedyId: string
  onDone: () => Promise<void>
}

/** What was done of it with photos, what was seen of it, or what it still lacks. */
export const ProofForm = ({ what, remedyId, onDone }: Props) => {
  const { draft, change, done } = useDraft(`remedy-${what}/${remedyId}`, isDraft, blank)
  const { said, photos } = draft
  const [tried, setTried] = useState(false)
  const report = useCommand('remedy.report')
  const tick = useCommand('remedy.tick')
  const reopen = useCommand('remedy.reopen')
  const { icon, open, label, press: pressed, placeholder } = words[what]
  const send = () => {
    if (what === 'reopen') return reopen.run({ remedyId, reason: said })
    const proof = { remedyId, note: said, photoFileIds: photos }
    return what === 'report' ? report.run(proof) : tick.run(proof)
  }
  const press = async (close: () => void) => {
    setTried(true)
    if (said.trim() === '') return
    const answer = await send()
    if (!answer?.ok) return
    done()
    close()
    await onDone()
  }
  const refusal = report.refusal ?? tick.refusal ?? reopen.refusal
  return (
    <Unfold icon={icon} words={open}>
      {close => (
        <View className="stack">
          <Field
            label={label}
            value={said}
            onChange={next => change({ said: next })}
            max={what === 'reopen' ? 200 : 500}
            tall
            error={tried && said.trim() === '' ? '请写几句，或者说几句' : undefined}
            placeholder={placeholder}
          />
          {what !== 'reopen' && (
            <Photos label="照片（可以不拍）" fileIds={photos} onChange={next => change(before => ({ photos: next(before.photos) }))} />
          )}
          {refusal && <Failure refusal={refusal} />}
          <Button icon="done" busyWords="正在记下…" onPress={() => press(close)}>
            {pressed}
          </Button>
          <Button kind="quiet" onPress={close}>
            先不办
          </Button>
        </View>
      )}
    </Unfold>
  )
}
