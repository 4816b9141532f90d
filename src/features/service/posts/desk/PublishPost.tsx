import { useState } from 'react'
import { BigButton } from '../../../../components/Button'
import { Failure } from '../../../../components/Failure'
import { FaultLine } from '../../../../components/FaultLine'
import { KeptDraft } from '../../../../components/KeptDraft'
import { Loaded, Skeleton } from '../../../../components/Loaded'
import { type Place, PlaceField, useUsualPlaces } from '../../../life/public'
import { Screen } from '../../../../components/Screen'
import { type AnyRefusal, call, newId } from '../../../../platform/call'
import { now } from '../../../../platform/clock'
import { useDraft } from '../../../../platform/draft'
import { texts } from '../../../../platform/shape'
import { goInstead } from '../../../../platform/go'
import { isUnsure, useQuery } from '../../../../platform/query'
import { AudienceFields, KindFields, MoreFields, TitleField } from './PostFields'
import { emptyPost, faultsOf, likePost, type PostFaults, type PostText, published } from './postForm'
import { Slots } from './Slots'
import { routes } from '../../../../../core/shared/routes'

interface FormProps {
  branchId: string
  usual: readonly Place[]
  first: PostText
  /** Drafts of copies are kept apart from the plain one. */
  place: string
}

const PublishForm = ({ branchId, usual, first, place }: FormProps) => {
  const [begun] = useState(() => ({ ...first, commandId: newId() }))
  const { draft, change, done } = useDraft(`post/${branchId}/${place}`, texts(begun), begun)
  const [kept, setKept] = useState(draft.commandId !== begun.commandId)
  const [faults, setFaults] = useState<PostFaults>({})
  const [refusal, setRefusal] = useState<AnyRefusal | undefined>()
  const publish = async () => {
    const wrong = faultsOf(draft, now())
    setFaults(wrong)
    setRefusal(undefined)
    if (Object.keys(wrong).length > 0) return
    const answer = await call('post.publish', { orgId: branchId, ...published(draft) }, { commandId: draft.commandId })
    if (!answer.ok) {
      // Where it is unknown whether it went out, the same one is asked for again.
      if (!isUnsure(answer)) change({ commandId: newId() })
      setRefusal(answer)
      return
    }
    done()
    goInstead(routes.runPost({ postId: answer.data.postId, done: 'published' }))
  }
  const startOver = () => {
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
          {refusal && <Failure refusal={refusal} />}
          <BigButton icon="serve" busyWords="正在发…" onPress={publish}>
            发岗位
          </BigButton>
        </>
      }
    >
      {kept && <KeptDraft onStartOver={startOver} />}
      <KindFields {...about} />
      <TitleField {...about} />
      <PlaceField value={draft} onChange={change} usual={usual} error={faults.placeName} />
      <Slots {...about} />
      <AudienceFields {...about} branchId={branchId} />
      <MoreFields {...about} />
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
