import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { useState } from 'react'
import { type Grade, grades, gradeWords } from '../../../../core/life/reviews/grades'
import { Button, IconButton } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { LinkRow, ShortRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { byName, fields, text } from '../../../platform/shape'
import type { StepProps } from './desk-props'
import type { Review } from './words'

type Counted = Record<Grade, string>
interface Draft {
  issued: string
  returned: string
  counts: Record<string, Counted>
}
const isDraft = fields<Draft>({
  ...{ issued: text, returned: text },
  counts: byName(fields<Counted>({ excellent: text, qualified: text, basic: text, unqualified: text })),
})
const none: Counted = { excellent: '', qualified: '', basic: '', unqualified: '' }

const draftOf = ({ tally }: Review): Draft => ({
  issued: tally ? String(tally.issued) : '',
  returned: tally ? String(tally.returned) : '',
  counts: Object.fromEntries(
    (tally?.counts ?? []).map(counts => [
      counts.memberId,
      { ...none, ...Object.fromEntries(grades.map(one => [one, String(counts[one])])) },
    ]),
  ),
})

const sayBox = (box: Review['ballotBox']) => {
  if (!box) return '还没有打开'
  return box.state === 'open' ? '正在填，填完在里面计票' : `发出 ${String(box.issued)} 张，收回 ${String(box.returned)} 张`
}
const number = (typed: string) => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0)
const sayCounts = (counts: Counted | undefined) =>
  counts ? grades.map(one => `${gradeWords[one]} ${String(number(counts[one]))}`).join('，') : '还没有记'

/** 民主测评: the way to ballots on phones, and those counted on paper, person by person; no one's ballot is known. */
export const TallyStep = ({ review, onChanged }: StepProps) => {
  const { activityId, people, keeps, closedAt } = review
  const { draft, change, done } = useDraft<Draft>(`review/${activityId}/tally`, isDraft, draftOf(review))
  const [openId, setOpenId] = useState<string | undefined>()
  const [saved, setSaved] = useState(false)
  const tally = useCommand('review.tally')
  const open = keeps && closedAt === undefined
  const graded = people.filter(one => one.standing !== 'affiliate' && one.standing !== 'probationary')
  const save = async () => {
    const counts = Object.entries(draft.counts).map(([memberId, one]) => ({
      ...{ memberId, excellent: number(one.excellent), qualified: number(one.qualified) },
      ...{ basic: number(one.basic), unqualified: number(one.unqualified) },
    }))
    const answer = await tally.run({ activityId, issued: number(draft.issued), returned: number(draft.returned), counts })
    if (!answer?.ok) return
    done(draft)
    setSaved(true)
    await onChanged()
  }
  const type = (memberId: string, part: Partial<Counted>) => {
    setSaved(false)
    change(before => ({ counts: { ...before.counts, [memberId]: { ...none, ...before.counts[memberId], ...part } } }))
  }
  const wrong = tally.refusal?.code === 'REVIEW_BALLOTS_WRONG' ? tally.refusal.data.memberIds : []
  const wrongNames = people.filter(one => wrong.includes(one.memberId)).map(one => one.name)
  return (
    <View className="stack">
      <LinkRow
        icon="check"
        words="用手机不记名测评"
        note={sayBox(review.ballotBox)}
        onPress={() => go(routes.appraisalBallot({ activityId }))}
      />
      <View className="soft small">纸票：发票、收票、唱票以后，把数字记在这里，和手机票加在一起。谁投的什么票，系统里没有。</View>
      <View className="row top">
        <View className="grow">
          <Field label="发出多少票" value={draft.issued} onChange={issued => change({ issued })} max={4} keyboard="number" />
        </View>
        <View className="grow">
          <Field label="收回多少票" value={draft.returned} onChange={returned => change({ returned })} max={4} keyboard="number" />
        </View>
      </View>
      <Many items={graded} keyOf={one => one.memberId} step={12}>
        {({ memberId, name }) => (
          <View className="stack">
            <ShortRow
              name={name}
              note={sayCounts(draft.counts[memberId])}
              action={
                open && (
                  <IconButton
                    icon="edit"
                    words="记票"
                    label={`记票：${name}`}
                    onPress={() => setOpenId(openId === memberId ? undefined : memberId)}
                  />
                )
              }
            />
            {open && openId === memberId && (
              <View className="row top">
                {grades.map(one => (
                  <View key={one} className="grow">
                    <Field
                      label={gradeWords[one]}
                      value={draft.counts[memberId]?.[one] ?? ''}
                      onChange={typed => type(memberId, { [one]: typed })}
                      max={4}
                      keyboard="number"
                    />
                  </View>
                ))}
              </View>
            )}
          </View>
        )}
      </Many>
      {tally.refusal && <Failure refusal={tally.refusal} onSeen={tally.forget} />}
      {wrongNames.length > 0 && <Notice tone="warn" title={`请核对：${wrongNames.join('、')}`} />}
      {saved && <Notice tone="good" title="票数记好了" onSeen={() => setSaved(false)} />}
      {open && (
        <Button icon="done" busyWords="正在保存…" onPress={save}>
          保存票数
        </Button>
      )}
    </View>
  )
}
