import { View } from '@tarojs/components'
import { useState } from 'react'
import { stateWords, type Verdict, verdicts } from '../../../../core/voice/suggestions/states'
import { Button } from '../../../components/Button'
import { Choice } from '../../../components/Choice'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Unfold } from '../../../components/Unfold'
import { useCommand } from '../../../platform/query'

const options = verdicts.map(value => ({ value, words: stateWords[value] }))

interface Props {
  suggestionId: string
  /** It was answered before. */
  again: boolean
  onDone: () => Promise<void>
}

/** 答复: the verdict, never without words. */
export const AnswerForm = ({ suggestionId, again, onDone }: Props) => {
  const [verdict, setVerdict] = useState<Verdict | undefined>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const answer = useCommand('suggestion.answer')
  const press = async (close: () => void) => {
    setTried(true)
    if (verdict === undefined || words.trim() === '') return
    const reply = await answer.run({ suggestionId, verdict, words })
    if (!reply?.ok) return
    setWords('')
    close()
    await onDone()
  }
  return (
    <Unfold icon="edit" words={again ? '再答复一次' : '答复'}>
      {close => (
        <View className="stack">
          <Choice
            label="怎么办"
            options={options}
            value={verdict}
            onChange={setVerdict}
            error={tried && verdict === undefined ? '请选一样' : undefined}
          />
          <Field
            label="对他说"
            value={words}
            onChange={setWords}
            max={1000}
            tall
            error={tried && words.trim() === '' ? '请写几句，答复不能没有话' : undefined}
            placeholder="例如：谢谢您，下个月就装，左右各一个"
          />
          {answer.refusal && <Failure refusal={answer.refusal} onSeen={answer.forget} />}
          <Button icon="done" busyWords="正在答复…" onPress={() => press(close)}>
            答复本人
          </Button>
          <Button kind="quiet" onPress={close}>
            先不答复
          </Button>
        </View>
      )}
    </Unfold>
  )
}
