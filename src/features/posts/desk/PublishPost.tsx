import { View } from '@tarojs/components'
import { useState } from 'react'
import { postKinds } from '../../../../core/posts/kinds'
import { BigButton, Button } from '../../../components/Button'
import { Choice } from '../../../components/Choice'
import { DateField, TimeField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Icon } from '../../../components/Icon'
import { Loaded, Skeleton } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PlaceField } from '../../../components/PlaceField'
import { type Place, useUsualPlaces } from '../../../components/places'
import { Screen } from '../../../components/Screen'
import { spoken } from '../../../components/spoken'
import { type AnyRefusal, call, newId } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { address, goInstead } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { dateOf } from '../../../../core/shared/calendar'
import { Chips } from './Chips'
import { emptyPost, faultsOf, likePost, OTHER, type PostFaults, type PostText, published, teamsOf } from './postForm'
import { Slots } from './Slots'

interface FieldsProps {
  form: PostText
  onChange: (part: Partial<PostText>) => void
  faults: PostFaults
}

const kindOptions = [...postKinds, OTHER].map(kind => ({ value: kind, words: kind }))

const Kind = ({ form, onChange, faults }: FieldsProps) => {
  // The kind is the title too, until somebody writes a better one.
  const choose = (kind: string) => {
    const proposed = form.title === '' || form.title === form.kind
    onChange({ kind, ...(proposed ? { title: kind === OTHER ? '' : kind } : {}) })
  }
  return (
    <>
      <Chips label="做什么" options={kindOptions} chosen={[form.kind]} onPress={choose} error={faults.kind} />
      {form.kind === OTHER && <Field label="是什么" value={form.ownKind} onChange={ownKind => onChange({ ownKind })} max={12} />}
      <Field
        label="名称"
        value={form.title}
        onChange={title => onChange({ title })}
        max={40}
        placeholder="例如：早上护学岗"
        error={faults.title}
      />
    </>
  )
}

const Audience = ({ form, onChange, faults, branchId }: FieldsProps & { branchId: string }) => {
  const query = useQuery('org.children', { orgId: branchId })
  const groups = (query.data?.items ?? []).filter(one => one.kind === 'group' && !one.closed)
  const chosen = teamsOf(form.teams)
  const press = (id: string) => onChange({ teams: (chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id]).join('\n') })
  return (
    <>
      <Choice
        label="谁可以来"
        options={[
          { value: 'open', words: '公开，群里谁都可以来', hint: '没用过的人，写上姓名就能认领' },
          { value: 'branch', words: '本支部的同志' },
          ...(groups.length > 0 ? [{ value: 'teams', words: '只给几个党小组' }] : []),
        ]}
        value={form.audience}
        onChange={audience => onChange({ audience })}
      />
      {form.audience === 'teams' && (
        <Chips
          label="哪几个党小组"
          options={groups.map(one => ({ value: one.orgId, words: one.name }))}
          chosen={chosen}
          onPress={press}
          error={faults.teams}
          many
        />
      )}
    </>
  )
}

const More = ({ form, onChange, faults }: FieldsProps) => (
  <>
    <Field label="请大家带什么" value={form.bring} onChange={bring => onChange({ bring })} max={200} placeholder="例如：红袖章、水杯" />
    <Field
      label="要做些什么"
      value={form.body}
      onChange={body => onChange({ body })}
      max={2000}
      tall
      placeholder="例如：在校门口护送孩子过马路"
    />
    <Field label="联系人" value={form.contactName} onChange={contactName => onChange({ contactName })} max={20} error={faults.contact} />
    <Field
      label="联系电话"
      hint="认领了的人才看得到"
      value={form.contactPhone}
      onChange={contactPhone => onChange({ contactPhone })}
      keyboard="number"
      max={20}
    />
    <DateField
      label="认领到哪天截止"
      hint="不填，就到开始为止"
      value={form.deadlineDate}
      onChange={deadlineDate => onChange({ deadlineDate })}
      from={dateOf(now())}
      error={faults.deadline}
    />
    {form.deadlineDate !== '' && (
      <TimeField label="几点截止" value={form.deadlineTime || '18:00'} onChange={deadlineTime => onChange({ deadlineTime })} />
    )}
  </>
)

const FaultLine = ({ faults }: { faults: PostFaults }) => {
  const said = Object.values(faults)
  if (said.length === 0) return null
  return (
    <View className="row danger" {...spoken('alert')}>
      <Icon name="alert" tone="danger" />
      <View className="grow">{said.join('；')}</View>
    </View>
  )
}

/** After these nobody knows whether the post went out: the same one is asked for again. */
const unsure: readonly AnyRefusal[] = ['OFFLINE', 'INTERNAL']

interface FormProps {
  branchId: string
  usual: readonly Place[]
  first: PostText
  /** Drafts of copies are kept apart from the plain one. */
  place: string
}

const PublishForm = ({ branchId, usual, first, place }: FormProps) => {
  const [begun] = useState(() => ({ ...first, commandId: newId() }))
  const { draft, change, done } = useDraft(`post/${branchId}/${place}`, begun)
  const [kept, setKept] = useState(draft.commandId !== begun.commandId)
  const [faults, setFaults] = useState<PostFaults>({})
  const [code, setCode] = useState<AnyRefusal | undefined>()
  const publish = async () => {
    const wrong = faultsOf(draft, now())
    setFaults(wrong)
    setCode(undefined)
    if (Object.keys(wrong).length > 0) return
    const answer = await call('post.publish', { orgId: branchId, ...published(draft) }, { commandId: draft.commandId })
    if (!answer.ok) {
      if (!unsure.includes(answer.code)) change({ commandId: newId() })
      setCode(answer.code)
      return
    }
    done()
    goInstead(address('/secretary/post/index', { postId: answer.data.postId, done: 'published' }))
  }
  const anew = () => {
    done({ ...first, commandId: newId() })
    setKept(false)
    setFaults({})
  }
  const about = { form: draft, onChange: change, faults }
  return (
    <Screen
      main={
        <>
          <FaultLine faults={faults} />
          {code && <Failure code={code} />}
          <BigButton icon="serve" busyWords="正在发…" onPress={publish}>
            发岗位
          </BigButton>
        </>
      }
    >
      {kept && (
        <Notice tone="info" title="上次填的内容还在">
          <View>可以接着填，也可以重新来。</View>
          <Button onPress={anew}>重新填</Button>
        </Notice>
      )}
      <Kind {...about} />
      <PlaceField value={draft} onChange={change} usual={usual} error={faults.placeName} />
      <Slots {...about} />
      <Audience {...about} branchId={branchId} />
      <More {...about} />
    </Screen>
  )
}

const Copied = ({ from, ...rest }: { from: string; branchId: string; usual: readonly Place[]; name: string }) => {
  const query = useQuery('post.get', { postId: from })
  const [first, setFirst] = useState<PostText | undefined>()
  if (!first && query.data) setFirst(likePost(query.data, now(), rest.name))
  if (first) return <PublishForm branchId={rest.branchId} usual={rest.usual} first={first} place={from} />
  return (
    <Screen>
      <Loaded query={query}>{() => null}</Loaded>
    </Screen>
  )
}

interface Props {
  branchId: string
  /** Whose name is proposed as the one to call. */
  name: string
  /** The post to make another one like. */
  from: string | undefined
}

/** A new post, or one like an old one; what was typed outlives errors and the phone itself. */
export const PublishPost = ({ branchId, name, from }: Props) => {
  const usual = useUsualPlaces(branchId)
  const [places, setPlaces] = useState(usual)
  if (usual && !places) setPlaces(usual)
  if (!places) {
    return (
      <Screen>
        <Skeleton />
      </Screen>
    )
  }
  if (from) return <Copied from={from} branchId={branchId} usual={places} name={name} />
  return <PublishForm branchId={branchId} usual={places} first={emptyPost(now(), places[0], name)} place="new" />
}
