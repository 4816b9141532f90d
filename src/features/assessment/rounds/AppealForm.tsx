import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { PhotoList } from '../../../components/PhotoList'
import { Unfold } from '../../../components/Unfold'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { texts } from '../../../platform/shape'
import type { Rule, Sheet } from './words'

interface Props {
  rule: Rule
  at: { roundId: string; branchId: string }
  may: Sheet['may']
  onChanged: () => Promise<void>
}

const blank = { words: '' }
const isDraft = texts(blank)

const WordsForm = ({
  draft: key,
  label,
  placeholder,
  button,
  onSay,
  onClose,
}: {
  /** Under which name they are kept while they are being written. */
  draft: string
  label: string
  placeholder: string
  button: string
  /** Sends them; true where they were taken. */
  onSay: (words: string) => Promise<boolean>
  onClose: () => void
}) => {
  const { draft, change, done } = useDraft(key, isDraft, blank)
  const { words } = draft
  const [tried, setTried] = useState(false)
  const press = async () => {
    setTried(true)
    if (words.trim() !== '' && (await onSay(words.trim()))) done()
  }
  return (
    <View className="stack">
      <Field
        label={label}
        value={words}
        onChange={next => change({ words: next })}
        max={500}
        tall
        placeholder={placeholder}
        error={tried && words.trim() === '' ? '请写几句' : undefined}
      />
      <Button icon="done" busyWords="正在交…" onPress={press}>
        {button}
      </Button>
      <Button kind="quiet" onPress={onClose}>
        先不写
      </Button>
    </View>
  )
}

/** The branch does not agree with what counts, and is answered. */
export const AppealForm = ({ rule, at, may, onChanged }: Props) => {
  const { appeal } = rule
  const raise = useCommand('assessment.appeal')
  const answer = useCommand('assessment.answer')
  const refusal = raise.refusal ?? answer.refusal
  const of = { ...at, ruleId: rule.ruleId }
  const settled = async (reply: { ok: boolean } | undefined, close: () => void) => {
    if (reply?.ok !== true) return false
    close()
    await onChanged()
    return true
  }
  return (
    <>
      {appeal && (
        <View className="stack">
          <View className="strong">支部的意见</View>
          <View className="prose">{appeal.words}</View>
          <PhotoList fileIds={appeal.fileIds} of="支部的意见" />
          <View className={appeal.answer ? 'prose' : 'soft'}>
            {appeal.answer ? `答复（${appeal.answer.by}）：${appeal.answer.words}` : '等待答复'}
          </View>
        </View>
      )}
      {refusal && <Failure refusal={refusal} onSeen={() => [raise, answer].forEach(one => one.forget())} />}
      {may.includes('appeal') && rule.counted !== null && rule.counted < rule.points && (
        <Unfold icon="talk" kind="quiet" words={appeal ? '再提意见' : '对得分有意见'}>
          {close => (
            <WordsForm
              draft={`assessment-appeal/${at.roundId}/${at.branchId}/${rule.ruleId}`}
              label="有什么意见"
              placeholder="例如：九月的党日有签到本，忘了录"
              button="提上去"
              onClose={close}
              onSay={async words => settled(await raise.run({ ...of, words }), close)}
            />
          )}
        </Unfold>
      )}
      {may.includes('answer') && appeal && (
        <Unfold icon="talk" words={appeal.answer ? '改答复' : '答复支部'}>
          {close => (
            <WordsForm
              draft={`assessment-answer/${at.roundId}/${at.branchId}/${rule.ruleId}`}
              label="答复"
              placeholder="例如：看过签到本，已经加分"
              button="答复"
              onClose={close}
              onSay={async words => settled(await answer.run({ ...of, words }), close)}
            />
          )}
        </Unfold>
      )}
    </>
  )
}
