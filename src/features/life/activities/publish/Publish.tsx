import { useState } from 'react'
import { BigButton, Button } from '../../../../components/Button'
import { AudienceField } from '../ActivityFields'
import { Failure } from '../../../../components/Failure'
import { FaultLine } from '../../../../components/FaultLine'
import { KeptDraft } from '../../../../components/KeptDraft'
import { Skeleton } from '../../../../components/Loaded'
import type { Place } from '../places/places'
import { useUsualPlaces } from '../places/useUsualPlaces'
import { Screen } from '../../../../components/Screen'
import { useAsking } from '../../../../platform/asking'
import { type AnyRefusal, type Asked, call, newId } from '../../../../platform/call'
import { now } from '../../../../platform/clock'
import { useDraft } from '../../../../platform/draft'
import { texts } from '../../../../platform/shape'
import { goInstead } from '../../../../platform/go'
import { isUnsure, useQuery } from '../../../../platform/query'
import { toTop } from '../../../../platform/screen'
import { actsOpen, StandingActs, type Stands } from '../StandingActs'
import { KindFields, MainFields, MoreFields } from './Fields'
import { LookOver, sendWords, type Wanted as Asking } from './LookOver'
import { changeable, type Faults, faultsOf, likelyForm, published } from './form'
import type { Rooms } from './rooms'
import { formFor, type Wanted } from './wanted'
import { routes } from '../../../../../core/shared/routes'

interface FormProps {
  branchId: string
  usual: readonly Place[]
  /** What the branch owes, which this is for. */
  wanted: Wanted | undefined
  Rooms: Rooms
}

const PublishForm = ({ branchId, usual, wanted: asFor, Rooms }: FormProps) => {
  const first = () => ({ ...likelyForm(now(), usual[0]), ...(asFor ? formFor(asFor, now()) : {}) })
  const [likely] = useState(() => ({ ...first(), commandId: newId(), asked: '' }))
  // What is half written of another activity is not lost by it.
  const place = asFor ? `${branchId}/${asFor.kind}:${asFor.period}` : branchId
  const { draft, change, done } = useDraft(`publish/${place}`, texts(likely), likely)
  // The command's id is made with the draft: one that is not ours was kept from an earlier time.
  const [kept, setKept] = useState(draft.commandId !== likely.commandId)
  const [faults, setFaults] = useState<Faults>({})
  const [more, setMore] = useState(draft.parts !== '' || draft.capacity !== '')
  const [refusal, setRefusal] = useState<AnyRefusal | undefined>()
  const [looking, setLooking] = useState<Asking | undefined>()
  const outlook = useQuery('activity.outlook', looking ? { branchId, kind: looking.kind, startsAt: looking.startsAt } : null)

  const asking = useAsking<Stands, Pick<Asked<'activity.change'>, 'acts'>>(changeable(draft))
  const { question, answer: said } = asking
  const open = actsOpen(question, said.acts)

  const lookOver = () => {
    const wrong = faultsOf(draft, now())
    setFaults(wrong)
    setRefusal(undefined)
    if (Object.keys(wrong).length > 0) return
    setLooking(published(draft))
    toTop()
  }
  const publish = async () => {
    setRefusal(undefined)
    const { commandId } = draft
    const activity = published(draft)
    const wanted = JSON.stringify(activity)
    // What was asked first is written down before asking: should the answer be lost, even with the phone, it is the same notice that is asked for again.
    const asked = draft.asked === '' ? wanted : draft.asked
    change({ asked })
    const answer = await call('activity.publish', { branchId, ...activity }, { commandId })
    if (!answer.ok) {
      // Where it is not known whether the notice went out, the draft stays bound to what was asked.
      if (!isUnsure(answer)) change({ asked: '' })
      setRefusal(answer)
      return
    }
    const { activityId } = answer.data
    if (asked !== wanted) {
      // An earlier try may have gone out with other words: what stands now is what counts.
      const changed = await call('activity.change', { activityId, ...changeable(draft), ...said })
      if (!changed.ok) {
        if (changed.code === 'ACTS_STAND') asking.ask(changed.data)
        setRefusal(changed)
        toTop()
        return
      }
    }
    done()
    goInstead(routes.manage({ activityId, done: 'published' }))
  }
  const startOver = () => {
    change({ ...first(), ...(draft.asked === '' ? {} : { commandId: newId(), asked: '' }) })
    setKept(false)
    setFaults({})
  }

  const trouble = (
    <>
      {question && <StandingActs stands={question} value={said.acts} onChange={acts => asking.say({ acts })} />}
      {refusal && refusal.code !== 'ACTS_STAND' && <Failure refusal={refusal} />}
    </>
  )
  if (looking) {
    return (
      <Screen
        main={
          <BigButton icon="notice" disabled={open} busy={outlook.state === 'loading'} busyWords="请稍候…" onPress={publish}>
            {open ? '请先选一下签到怎么算' : sendWords(outlook.data)}
          </BigButton>
        }
      >
        {trouble}
        <LookOver wanted={looking} outlook={outlook} onBack={() => setLooking(undefined)} />
      </Screen>
    )
  }
  return (
    <Screen
      main={
        <>
          <FaultLine faults={faults} />
          <BigButton icon="notice" onPress={lookOver}>
            发通知
          </BigButton>
        </>
      }
    >
      {kept && <KeptDraft onStartOver={startOver} />}
      {trouble}
      <KindFields form={draft} onChange={change} />
      <MainFields form={draft} onChange={change} faults={faults} usual={usual} Rooms={Rooms} />
      {more ? (
        <>
          <MoreFields form={draft} onChange={change} faults={faults} />
          <AudienceField value={draft.audience} onChange={audience => change({ audience })} />
        </>
      ) : (
        <Button kind="quiet" onPress={() => setMore(true)}>
          议程、名额、谁可以参加
        </Button>
      )}
    </Screen>
  )
}

/** A new activity: a short form, most of it filled in already; what was typed outlives errors and the phone itself. */
export const Publish = ({ branchId, wanted, Rooms }: Omit<FormProps, 'usual'>) => {
  const usual = useUsualPlaces(branchId)
  // A list of places that comes later must not begin the form again.
  const [first, setFirst] = useState(usual)
  if (usual && !first) setFirst(usual)
  if (!first) {
    return (
      <Screen>
        <Skeleton />
      </Screen>
    )
  }
  return <PublishForm branchId={branchId} usual={first} wanted={wanted} Rooms={Rooms} />
}
