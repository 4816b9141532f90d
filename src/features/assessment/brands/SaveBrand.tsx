import { useState } from 'react'
import { type BrandKind, brandWords } from '../../../../core/assessment/brands/rules'
import { addDays, dateOf } from '../../../../core/shared/calendar'
import { BigButton } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Photos } from '../../../components/Photos'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { goBack } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { fields, list, text } from '../../../platform/shape'

type Shown = NonNullable<Given<'brand.own'>['brand']>

interface Draft {
  name: string
  story: string
  changed: string
  photos: string[]
  activityIds: string[]
}
const isDraft = fields<Draft>({ name: text, story: text, changed: text, photos: list(text), activityIds: list(text) })
const draftOf = (shown: Shown | null): Draft => ({
  ...{ name: shown?.name ?? '', story: shown?.story ?? '', changed: shown?.changed ?? '' },
  ...{ photos: shown?.photoFileIds ?? [], activityIds: shown?.activities.map(one => one.activityId) ?? [] },
})

interface Props {
  branchId: string
  kind: BrandKind
}

/** The branch's latest activities, of which some made it. */
const Tied = ({
  branchId,
  shown,
  chosen,
  onPress,
}: {
  branchId: string
  shown: Shown | null
  chosen: readonly string[]
  onPress: (id: string) => void
}) => {
  const today = dateOf(now())
  const query = useQuery('life.contents', { branchId, from: addDays(today, -365), to: today })
  const found = (query.data?.items ?? []).map(one => ({ value: one.activityId, words: one.title }))
  const before = (shown?.activities ?? []).map(one => ({ value: one.activityId, words: one.title }))
  const options = [...before, ...found.filter(one => !before.some(other => other.value === one.value)).reverse()].slice(0, 20)
  return options.length === 0 ? null : <Chips label="办过哪些活动（可以不选）" many options={options} chosen={chosen} onPress={onPress} />
}

const Form = ({ branchId, kind, shown }: Props & { shown: Shown | null }) => {
  const { draft, change, done } = useDraft(`brand/${branchId}/${kind}`, isDraft, draftOf(shown))
  const [tried, setTried] = useState(false)
  const save = useCommand('brand.save')
  const words = brandWords[kind]
  const { name, story, changed, photos, activityIds } = draft
  const press = async () => {
    setTried(true)
    if (name.trim() === '' || story.trim() === '') return
    const told = { name, story, changed, photoFileIds: photos, activityIds }
    const answer = await save.run({ branchId, kind, ...told, ...(shown ? { version: shown.version } : {}) })
    if (!answer?.ok) return
    done()
    goBack()
  }
  const tie = (id: string) =>
    change(before => ({
      activityIds: before.activityIds.includes(id) ? before.activityIds.filter(one => one !== id) : [...before.activityIds, id],
    }))
  return (
    <Screen
      main={
        <>
          {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
          <BigButton icon="done" busyWords="正在保存…" onPress={press}>
            保存
          </BigButton>
        </>
      }
    >
      <Title>{`我们的${words}`}</Title>
      <Field
        label="叫什么名字"
        value={name}
        onChange={next => change({ name: next })}
        max={30}
        error={tried && name.trim() === '' ? '请起个名字' : undefined}
        placeholder={kind === 'brand' ? '例如：长青讲堂' : '例如：给老楼装扶手'}
      />
      <Field
        label="讲讲它的故事"
        value={story}
        onChange={next => change({ story: next })}
        max={2000}
        tall
        error={tried && story.trim() === '' ? '请讲几句' : undefined}
        placeholder="怎么来的，谁在做，怎么做"
      />
      <Field
        label="带来什么变化（可以不写）"
        value={changed}
        onChange={next => change({ changed: next })}
        max={1000}
        tall
        placeholder="例如：来听课的青年多了一倍"
      />
      <Photos label="照片（可以不放）" fileIds={photos} onChange={next => change(before => ({ photos: next(before.photos) }))} />
      <Tied branchId={branchId} shown={shown} chosen={activityIds} onPress={tie} />
    </Screen>
  )
}

/** The branch's brand or project, begun or written on. */
export const SaveBrand = ({ branchId, kind }: Props) => {
  const query = useQuery('brand.own', { branchId }, { kept: false })
  if (query.data) {
    const shown = query.data[kind]
    return <Form key={shown?.version ?? 0} branchId={branchId} kind={kind} shown={shown} />
  }
  return (
    <Screen>
      <Loaded query={query} cards={3}>
        {() => null}
      </Loaded>
    </Screen>
  )
}
