import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { wishKindWords, wishStateWords } from '../../../../core/help/wishes/kinds'
import { dateOf, instantOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Icon } from '../../../components/Icon'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PhotoList } from '../../../components/PhotoList'
import { Photos } from '../../../components/Photos'
import { Fact } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { day, moment, span } from '../../../components/times'
import { Unfold } from '../../../components/Unfold'
import { now } from '../../../platform/clock'
import { useCommand, useQuery } from '../../../platform/query'
import { useRepeat, useVisible } from '../../../platform/visible'
import { PlanForm } from './PlanForm'
import { LOOK_MS, stateIcons, type Wish, yuan } from './words'

interface DayProps {
  wish: Wish
  onUndo: (step: number) => Promise<void>
}

/** The day as a timeline: which step was done when and by which of those named. */
const Day = ({ wish, onUndo }: DayProps) => {
  const { plan, named } = wish
  if (!plan) return null
  const last = plan.steps.map(one => one.doneAt !== undefined).lastIndexOf(true)
  return (
    <Section title="当天一步一步">
      {plan.steps.map(({ text, doneAt, by }, index) => (
        <View key={text} className="stack">
          <View className="row">
            <Icon name={doneAt === undefined ? 'radio' : 'done'} tone={doneAt === undefined ? 'soft' : 'good'} />
            <View className="grow">
              <View className={doneAt === undefined ? '' : 'strong'}>{text}</View>
              {doneAt !== undefined && <View className="soft small">{`${moment(doneAt)} ${by ?? ''}`}</View>}
            </View>
          </View>
          {named && index === last && (
            <Button kind="quiet" about={text} onPress={() => onUndo(index)}>
              点错了，退回来
            </Button>
          )}
        </View>
      ))}
    </Section>
  )
}

const Plan = ({ wish: { plan } }: { wish: Wish }) =>
  plan && (
    <Card title="怎么安排的">
      <Fact icon="calendar">{span(plan.startsAt, plan.endsAt)}</Fact>
      {plan.people.map(one => (
        <Fact key={one.memberId} icon="people">{`${one.name}　${one.part}`}</Fact>
      ))}
      {plan.vehicle !== undefined && <Fact icon="arrow">{`车：${plan.vehicle}`}</Fact>}
      {plan.papers.length > 0 && <Fact icon="file">{`要带：${plan.papers.join('、')}`}</Fact>}
    </Card>
  )

/** What it cost, noted for the ledger. */
const Costs = ({ wish, onDone }: { wish: Wish; onDone: () => Promise<void> }) => {
  const [what, setWhat] = useState('')
  const [amount, setAmount] = useState('')
  const cost = useCommand('wish.cost')
  const fen = Math.round(Number(amount) * 100)
  const right = what.trim() !== '' && Number.isInteger(fen) && fen !== 0
  const press = async (close: () => void) => {
    if (!right) return
    const answer = await cost.run({ wishId: wish.wishId, what, fen })
    if (!answer?.ok) return
    setWhat('')
    setAmount('')
    close()
    await onDone()
  }
  if (wish.costs.length === 0 && !wish.may.includes('cost')) return null
  return (
    <Section title={wish.costs.length === 0 ? '费用' : `费用　共 ${yuan(wish.sumFen)}`}>
      {wish.costs.map(one => (
        <View key={one.costId} className="row">
          <View className="grow">{`${one.what}　${one.by}`}</View>
          <View className="strong">{yuan(one.fen)}</View>
        </View>
      ))}
      {wish.may.includes('cost') && (
        <Unfold words="记一笔费用" icon="wallet">
          {close => (
            <Card title="记一笔费用">
              <Field label="用在哪里" value={what} onChange={setWhat} max={30} placeholder="例如：打车" />
              <Field
                label="多少元"
                hint="记错了，再记一笔同样多的负数"
                value={amount}
                onChange={setAmount}
                max={10}
                placeholder="例如：26.5"
                typedOnly
              />
              {cost.refusal && <Failure refusal={cost.refusal} onSeen={cost.forget} />}
              <Button icon="check" disabled={!right} onPress={() => press(close)}>
                记下
              </Button>
              <Button kind="quiet" onPress={close}>
                不记了
              </Button>
            </Card>
          )}
        </Unfold>
      )}
    </Section>
  )
}

const DoneForm = ({ wish, onDone }: { wish: Wish; onDone: (done: boolean) => void }) => {
  const [note, setNote] = useState('')
  const [photos, setPhotos] = useState<string[]>([])
  const [tried, setTried] = useState(false)
  const done = useCommand('wish.done')
  const press = async () => {
    setTried(true)
    if (note.trim() === '') return
    const answer = await done.run({ wishId: wish.wishId, note, ...(photos.length > 0 ? { photoFileIds: photos } : {}) })
    if (answer?.ok) onDone(true)
  }
  return (
    <Screen
      main={
        <BigButton icon="done" busyWords="正在告诉老同志…" onPress={press}>
          办好了，告诉老同志和家里人
        </BigButton>
      }
    >
      <Title>{`${wish.name}：办好了`}</Title>
      {done.refusal && <Failure refusal={done.refusal} onSeen={done.forget} />}
      <Field
        label="办得怎么样"
        value={note}
        onChange={setNote}
        max={500}
        tall
        placeholder="例如：检查都正常，下个月再复查"
        error={tried && note.trim() === '' ? '请写一两句' : undefined}
      />
      <Photos label="照片（可以不拍）" fileIds={photos} onChange={setPhotos} />
      <Button icon="back" onPress={() => onDone(false)}>
        还没办好，返回
      </Button>
    </Screen>
  )
}

interface Props {
  wishId: string
  forMemberId: { forMemberId?: string }
  /** Whose people the reader can name in a plan. */
  orgId: string
  head: ReactNode
}

/** A wish or an escort: how it stands, who goes along, the day step by step. */
export const WishPage = ({ wishId, forMemberId, orgId, head }: Props) => {
  const query = useQuery('wish.get', { wishId, ...forMemberId })
  const tick = useCommand('wish.tick')
  const cancel = useCommand('wish.cancel')
  const [doing, setDoing] = useState<'plan' | 'done' | undefined>()
  const wish = query.data
  const today = wish?.state === 'planned' && wish.on === dateOf(now())
  useRepeat(query.reload, LOOK_MS, useVisible() && today && doing === undefined)
  const back = (changed: boolean) => {
    setDoing(undefined)
    if (changed) void query.reload()
  }
  if (wish && doing === 'plan') return <PlanForm wish={wish} orgId={orgId} onDone={back} />
  if (wish && doing === 'done') return <DoneForm wish={wish} onDone={back} />
  const press = async (which: number, undo: boolean) => {
    await tick.run({ wishId, step: which, ...(undo ? { undo } : {}) })
    await query.reload()
  }
  const callOff = async () => {
    await cancel.run({ wishId, ...forMemberId })
    await query.reload()
  }
  const forget = () => {
    tick.forget()
    cancel.forget()
  }
  const refusal = tick.refusal ?? cancel.refusal
  const may = wish?.may ?? []
  const step = wish?.plan?.steps.findIndex(one => one.doneAt === undefined)
  const over = wish?.plan ? wish.plan.startsAt < now() : false
  return (
    <Screen
      main={
        wish?.named && step !== undefined && step >= 0 ? (
          <BigButton icon="check" busyWords="正在告诉家里人…" onPress={() => press(step, false)}>
            {`这一步办好了：${wish.plan?.steps[step]?.text ?? ''}`}
          </BigButton>
        ) : may.includes('done') && over ? (
          <BigButton icon="done" onPress={() => setDoing('done')}>
            办好了
          </BigButton>
        ) : (
          may.includes('plan') &&
          !wish?.plan && (
            <BigButton icon="calendar-add" onPress={() => setDoing('plan')}>
              安排日子和人
            </BigButton>
          )
        )
      }
    >
      {head}
      {refusal && <Failure refusal={refusal} onSeen={forget} />}
      <Loaded query={query}>
        {shown => (
          <View className="stack">
            <Title>{`${shown.name}：${wishKindWords[shown.kind]}`}</Title>
            <Notice tone={shown.state === 'done' ? 'good' : 'info'} title={wishStateWords[shown.state]}>
              {shown.state === 'raised' && <View>支部已经知道了，安排好日子和人就告诉您。</View>}
              {shown.reason !== '' && <View>{shown.reason}</View>}
              {shown.note !== '' && <View>{shown.note}</View>}
            </Notice>
            <Fact icon={stateIcons[shown.state]}>{shown.text}</Fact>
            {!shown.plan && shown.on !== null && <Fact icon="calendar">{`希望的日子：${day(instantOf(shown.on))}`}</Fact>}
            <Plan wish={shown} />
            <Day wish={shown} onUndo={step => press(step, true)} />
            {shown.photoFileIds.length > 0 && <PhotoList fileIds={shown.photoFileIds} of="当天" />}
            <Costs wish={shown} onDone={query.reload} />
            {shown.may.includes('plan') && shown.plan && (
              <Button icon="edit" onPress={() => setDoing('plan')}>
                改安排
              </Button>
            )}
            {shown.may.includes('done') && !over && (
              <Button icon="done" onPress={() => setDoing('done')}>
                已经办好了
              </Button>
            )}
            {shown.may.includes('cancel') && (
              <Confirm question="这件事不办了？" explain="同去的人会马上知道。" yes="不办了" no="还要办" onYes={callOff}>
                不办了
              </Confirm>
            )}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
