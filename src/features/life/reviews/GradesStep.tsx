import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Grade, grades, gradeWords, mayBeGraded } from '../../../../core/life/reviews/grades'
import { Button, IconButton } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { Failure } from '../../../components/Failure'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { ShortRow } from '../../../components/Rows'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { byName, fields, oneOf } from '../../../platform/shape'
import type { StepProps } from './desk-props'
import { standingWords, type Review } from './words'

interface Draft {
  grades: Record<string, Grade>
}
const isDraft = fields<Draft>({ grades: byName(oneOf(grades)) })
const options = grades.map(value => ({ value, words: gradeWords[value] }))

const draftOf = ({ people }: Review): Draft => ({
  grades: Object.fromEntries(people.flatMap(({ memberId, grade }) => (grade === undefined ? [] : [[memberId, grade]]))),
})

const sayBallots = (ballots: Review['people'][number]['ballots']) =>
  ballots ? `测评：${grades.map(one => `${gradeWords[one]} ${String(ballots[one])}`).join('，')}` : ''

/** 评定等次: one of four for each full member, with the ballots beside; how many may still be excellent stands above. */
export const GradesStep = ({ review, onChanged }: StepProps) => {
  const { activityId, people, keeps, closedAt, most, full, rule } = review
  const { draft, change, done } = useDraft<Draft>(`review/${activityId}/grades`, isDraft, draftOf(review))
  const [openId, setOpenId] = useState<string | undefined>()
  const [saved, setSaved] = useState(false)
  const grade = useCommand('appraisal.grade')
  const open = keeps && closedAt === undefined
  const gradable = people.filter(one => mayBeGraded(one.standing))
  const others = people.filter(one => !mayBeGraded(one.standing))
  const blank = gradable.filter(one => one.standing === 'full' && draft.grades[one.memberId] === undefined)
  const excellent = Object.values(draft.grades).filter(one => one === 'excellent').length
  const give = (some: Record<string, Grade>) => {
    setSaved(false)
    change(before => ({ grades: { ...before.grades, ...some } }))
  }
  const save = async () => {
    const given = Object.entries(draft.grades).map(([memberId, one]) => ({ memberId, grade: one }))
    const answer = await grade.run({ activityId, grades: given })
    if (!answer?.ok) return
    done(draft)
    setSaved(true)
    await onChanged()
  }
  const tooMany = excellent > most
  return (
    <View className="stack">
      <Card title={`优秀 ${String(excellent)} 位，最多 ${String(most)} 位`} {...(tooMany ? { edge: 'warn' as const } : {})}>
        {tooMany && <View className="warn strong">{`多了 ${String(excellent - most)} 位，请改几位成合格。`}</View>}
        <View className="soft small">{`正式党员 ${String(full)} 位，优秀一般不超过${rule.oneIn === 3 ? '三' : String(rule.oneIn)}分之一。依据：${rule.document}。`}</View>
      </Card>
      <Many items={gradable} keyOf={one => one.memberId} step={12}>
        {({ memberId, name, standing, ballots }) => (
          <View className="stack">
            <ShortRow
              name={name}
              mark={standingWords[standing]}
              note={[draft.grades[memberId] ? gradeWords[draft.grades[memberId]] : '还没有评', sayBallots(ballots)]
                .filter(Boolean)
                .join(' · ')}
              action={
                open && (
                  <IconButton
                    icon="edit"
                    words="评定"
                    label={`评定：${name}`}
                    onPress={() => setOpenId(openId === memberId ? undefined : memberId)}
                  />
                )
              }
            />
            {open && openId === memberId && (
              <Chips
                label={`${name}的等次`}
                options={options}
                chosen={draft.grades[memberId] ? [draft.grades[memberId]] : []}
                onPress={one => {
                  give({ [memberId]: one })
                  setOpenId(undefined)
                }}
              />
            )}
          </View>
        )}
      </Many>
      {open && blank.length > 0 && (
        <Button icon="check" onPress={() => give(Object.fromEntries(blank.map(one => [one.memberId, 'qualified'])))}>
          {`其余 ${String(blank.length)} 位都评合格`}
        </Button>
      )}
      {others.length > 0 && <View className="soft small">{`参加、不评等次的：${others.map(one => one.name).join('、')}`}</View>}
      {grade.refusal && <Failure refusal={grade.refusal} onSeen={grade.forget} />}
      {saved && <Notice tone="good" title="等次保存好了，办结以后本人能看到" onSeen={() => setSaved(false)} />}
      {open && (
        <Button icon="done" disabled={tooMany} busyWords="正在保存…" onPress={save}>
          保存等次
        </Button>
      )}
    </View>
  )
}
