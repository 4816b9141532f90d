import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field, FieldFrame } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { goInstead } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { texts } from '../../../platform/shape'
import { FindPerson } from '../../people/public'

const blank = { problem: '', target: '', measure: '', ownerId: '', ownerName: '', dueOn: '', ruleId: '' }
type Draft = typeof blank
const isDraft = texts(blank)

interface Props {
  branchId: string
  branchName: string
}

const Owner = ({
  branchId,
  draft,
  change,
  error,
}: {
  branchId: string
  draft: Draft
  change: (part: Partial<Draft>) => void
  error: boolean
}) => {
  const [finding, setFinding] = useState(false)
  if (finding)
    return (
      <FieldFrame label="谁负责">
        <FindPerson
          orgId={branchId}
          onPick={one => {
            change({ ownerId: one.memberId, ownerName: one.name })
            setFinding(false)
          }}
        />
      </FieldFrame>
    )
  return (
    <FieldFrame label="谁负责" hint="会发消息给他，到日子前三天再提醒。" error={error ? '请选一位同志' : undefined}>
      {draft.ownerName !== '' && <View className="strong">{draft.ownerName}</View>}
      <Button icon="me" onPress={() => setFinding(true)}>
        {draft.ownerName === '' ? '选一位同志' : '换一位'}
      </Button>
    </FieldFrame>
  )
}

const Form = ({ branchId, branchName, first, remedyId }: Props & { first: Draft; remedyId: string | undefined }) => {
  const { draft, change, done } = useDraft(`remedy/${remedyId ?? branchId}`, isDraft, first)
  const [tried, setTried] = useState(false)
  const save = useCommand('remedy.save')
  const { problem, target, measure, ownerId, dueOn, ruleId } = draft
  const lacks = (text: string) => tried && text.trim() === ''
  const press = async () => {
    setTried(true)
    if ([problem, target, measure, ownerId, dueOn].some(one => one.trim() === '')) return
    const more = { ...(ruleId === '' ? {} : { ruleId }), ...(remedyId === undefined ? {} : { remedyId }) }
    const answer = await save.run({ branchId, problem, target, measure, ownerId, dueOn, ...more })
    if (!answer?.ok) return
    done()
    goInstead(routes.remedy({ id: answer.data.remedyId }))
  }
  return (
    <Screen
      main={
        <>
          {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
          <BigButton icon="done" busyWords="正在列上…" onPress={press}>
            {remedyId === undefined ? '列进整改清单' : '改好了，保存'}
          </BigButton>
        </>
      }
    >
      <View>
        <Title>{remedyId === undefined ? '列一项整改' : '改一改'}</Title>
        <View className="soft">{branchName}</View>
      </View>
      <Field
        label="什么问题"
        value={problem}
        onChange={next => change({ problem: next })}
        max={300}
        tall
        error={lacks(problem) ? '请写是什么问题' : undefined}
        placeholder="例如：活动室门口没有扶手"
      />
      <Field
        label="改成什么样"
        value={target}
        onChange={next => change({ target: next })}
        max={300}
        tall
        error={lacks(target) ? '请写要改成什么样' : undefined}
        placeholder="例如：老人进出站得稳"
      />
      <Field
        label="怎么改"
        value={measure}
        onChange={next => change({ measure: next })}
        max={500}
        tall
        error={lacks(measure) ? '请写怎么改' : undefined}
        placeholder="例如：左右各装一根，请社区师傅来装"
      />
      <Owner branchId={branchId} draft={draft} change={change} error={lacks(ownerId)} />
      <DateField
        label="哪一天以前"
        value={dueOn}
        from={dateOf(now())}
        onChange={next => change({ dueOn: next })}
        error={lacks(dueOn) ? '请选一个日子' : undefined}
      />
    </Screen>
  )
}

/** A new thing that is to be put right, or a change of one (`remedyId`). */
export const SaveRemedy = ({ branchId, branchName, remedyId }: Props & { remedyId: string | undefined }) => {
  const query = useQuery('remedy.get', remedyId === undefined ? null : { remedyId })
  if (remedyId === undefined) return <Form branchId={branchId} branchName={branchName} first={blank} remedyId={undefined} />
  if (query.data) {
    const { problem, target, measure, ownerId, ownerName, dueOn, ruleId } = query.data
    const first = {
      problem,
      target,
      measure,
      ownerId: ownerId ?? '',
      ownerName: ownerId === null ? '' : ownerName,
      dueOn,
      ruleId: ruleId ?? '',
    }
    return <Form branchId={query.data.branchId} branchName={query.data.branchName} first={first} remedyId={remedyId} />
  }
  return (
    <Screen>
      <Loaded query={query} cards={3}>
        {() => null}
      </Loaded>
    </Screen>
  )
}
