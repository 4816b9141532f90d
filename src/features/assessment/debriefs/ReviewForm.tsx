import { View } from '@tarojs/components'
import { useState } from 'react'
import { debriefGrades, gradeWords } from '../../../../core/assessment/debriefs/rules'
import { Button } from '../../../components/Button'
import { Choice } from '../../../components/Choice'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Unfold } from '../../../components/Unfold'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { texts } from '../../../platform/shape'

const options = debriefGrades.map(value => ({ value, words: gradeWords[value] }))

const blank = { grade: '', words: '' }
const isDraft = texts(blank)

interface Props {
  branchId: string
  year: number
  again: boolean
  onDone: () => Promise<void>
}

/** 一述一评: a grade, never without words. */
export const ReviewForm = ({ branchId, year, again, onDone }: Props) => {
  const { draft, change, done } = useDraft(`debrief-review/${branchId}/${String(year)}`, isDraft, blank)
  const { words } = draft
  const grade = debriefGrades.find(one => one === draft.grade)
  const [tried, setTried] = useState(false)
  const review = useCommand('debrief.review')
  const press = async (close: () => void) => {
    setTried(true)
    if (grade === undefined || words.trim() === '') return
    const answer = await review.run({ branchId, year, grade, words })
    if (!answer?.ok) return
    done()
    close()
    await onDone()
  }
  return (
    <Unfold icon="edit" words={again ? '再点评一次' : '点评、评等次'}>
      {close => (
        <View className="stack">
          <Choice
            label="等次"
            options={options}
            value={grade}
            onChange={next => change({ grade: next })}
            error={tried && grade === undefined ? '请选一样' : undefined}
          />
          <Field
            label="点评"
            value={words}
            onChange={next => change({ words: next })}
            max={1000}
            tall
            error={tried && words.trim() === '' ? '请写几句，点评不能没有话' : undefined}
            placeholder="例如：组织生活抓得实；走访还要再多走几户"
          />
          {review.refusal && <Failure refusal={review.refusal} onSeen={review.forget} />}
          <Button icon="done" busyWords="正在记下…" onPress={() => press(close)}>
            评好了，告诉书记
          </Button>
          <Button kind="quiet" onPress={close}>
            先不评
          </Button>
        </View>
      )}
    </Unfold>
  )
}
