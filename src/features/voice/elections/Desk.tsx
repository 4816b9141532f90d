import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { sayDate } from '../../../../core/people/public'
import { routes } from '../../../../core/shared/routes'
import { agreementsOf, type Agreement } from '../../../../core/voice/elections/steps'
import { excusedWords } from '../../../../core/voice/elections/words'
import { BigButton, Button } from '../../../components/Button'
import { Card, Section } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PickOne } from '../../../components/PickOne'
import { ShortRow } from '../../../components/Rows'
import { Unfold } from '../../../components/Unfold'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { TickPeople } from './TickPeople'
import { agreementWords, names, type PartProps } from './words'

const steps = ['prepare', 'consent', 'tellers-named', 'method', 'excused', 'tellers', 'open', 'vote', 'count', 'result', 'seat'] as const
type Step = (typeof steps)[number]
const isAgreement = (step: Step): step is Step & Agreement => Object.hasOwn(agreementWords, step)
const titles: Readonly<Record<Exclude<Step, Agreement>, { title: string; hint: string }>> = {
  prepare: { title: '名额和候选人', hint: '选几位、谁是候选人、谁不计入' },
  'tellers-named': { title: '提名监票人、计票人', hint: '不能是候选人' },
  open: { title: '清点人数，开始投票', hint: '到会的够五分之四才行' },
  vote: { title: '发纸票，大家投票', hint: '一人一张，不能替别人投' },
  count: { title: '计票人数纸票', hint: '计票人、监票人也能在自己手机上填' },
  result: { title: '宣布结果', hint: '纸票和手机票合在一起算' },
  seat: { title: '新班子第一次会议', hint: '选书记、副书记，报上级' },
}

const AgreeStep = ({ election, onChanged, step }: PartProps & { step: Agreement }) => {
  const agree = useCommand('election.agree')
  const known = election.agreed.find(one => one.step === step)
  const [documentNo, setDocumentNo] = useState(known?.documentNo ?? '')
  const send = async (done: boolean) => {
    const answer = await agree.run({ electionId: election.electionId, step, done, ...(documentNo.trim() === '' ? {} : { documentNo }) })
    if (answer?.ok) await onChanged(done ? '记好了' : '改成没办')
  }
  return (
    <Card title={agreementWords[step].title}>
      <View className="soft">{agreementWords[step].hint}</View>
      {(step === 'consent' || step === 'excused') &&
        election.excused.map(one => <View key={one.memberId}>{`${one.name}：${excusedWords[one.reason]}`}</View>)}
      {step === 'tellers' && <View>{`监票人：${names(election.watchers)}；计票人：${names(election.counters)}`}</View>}
      {agree.refusal && <Failure refusal={agree.refusal} onSeen={agree.forget} />}
      {step === 'consent' && <Field label="批复文号" hint="没有可以不填" value={documentNo} onChange={setDocumentNo} max={60} />}
      <Button icon="check" onPress={() => send(true)}>
        {step === 'consent' ? '上级同意了' : '大会通过了'}
      </Button>
      {known && (
        <Button kind="quiet" onPress={() => send(false)}>
          记错了，还没有
        </Button>
      )}
    </Card>
  )
}

const TellersStep = ({ election, onChanged }: PartProps) => {
  const { electionId, candidates, barred, activityId } = election
  const tellers = useCommand('election.tellers')
  const people = useQuery('election.people', { activityId })
  const [watchers, setWatchers] = useState<string[]>(election.watchers.map(one => one.memberId))
  const [counters, setCounters] = useState<string[]>(election.counters.map(one => one.memberId))
  const out = [...candidates, ...barred].map(one => one.memberId)
  const save = async () => {
    const answer = await tellers.run({ electionId, watcherIds: watchers, counterIds: counters })
    if (answer?.ok) await onChanged('监票人、计票人记好了，请大会通过')
  }
  return (
    <Card title="提名监票人、计票人">
      <Loaded query={people} cards={1}>
        {({ people: all }) => {
          const free = all.filter(one => !out.includes(one.memberId))
          return (
            <>
              <View className="strong">监票人：看着发票、收票、数票</View>
              <TickPeople label="监票人" people={free} chosen={watchers} onChange={setWatchers} />
              <View className="strong">计票人：数票</View>
              <TickPeople label="计票人" people={free} chosen={counters} onChange={setCounters} />
            </>
          )
        }}
      </Loaded>
      {tellers.refusal && <Failure refusal={tellers.refusal} onSeen={tellers.forget} />}
      <Button icon="done" disabled={watchers.length === 0 || counters.length === 0} onPress={save}>
        就请他们
      </Button>
    </Card>
  )
}

/** The roll as it is: due, present, and whether it is enough. */
const RollCard = ({ electionId }: { electionId: string }) => {
  const roll = useQuery('election.roll', { electionId })
  return (
    <Loaded query={roll} cards={1}>
      {({ due, present, quorate, least, notExcused, absent, hash }) => (
        <>
          <Notice tone={quorate ? 'good' : 'warn'} title={`应到 ${String(due)} 人，到会 ${String(present)} 人`}>
            {quorate ? `够了：要到 ${String(least)} 人。` : `还差 ${String(least - present)} 人，要到 ${String(least)} 人才能选。`}
          </Notice>
          {notExcused.length > 0 && (
            <View className="soft small">{`还算应到会的：${names(notExcused)}（上级同意、大会通过以后才不算）`}</View>
          )}
          {absent.length > 0 && <View className="soft small">{`没有签到：${names(absent)}`}</View>}
          {hash !== undefined && <View className="soft small">{`到会名单校验码：${hash.slice(0, 16)}`}</View>}
        </>
      )}
    </Loaded>
  )
}

const OpenStep = ({ election, onChanged }: PartProps) => {
  const open = useCommand('election.open')
  const { electionId, lacking } = election
  const press = async () => {
    const answer = await open.run({ electionId })
    if (answer?.ok) await onChanged('到会名单定好了，可以投票')
  }
  return (
    <Card title="清点人数，开始投票">
      <RollCard electionId={electionId} />
      {open.refusal && <Failure refusal={open.refusal} onSeen={open.forget} />}
      {lacking.length > 0 && <Notice tone="info" title="前面还有没办的，办完再开始" />}
      <Confirm
        kind="secondary"
        icon="check"
        question="开始投票以后，名单和候选人都不能再改。开始吗？"
        explain="人都签到了吗？名单以签到为准。"
        yes="是，开始投票"
        no="不，再等等"
        onYes={press}
      >
        开始投票
      </Confirm>
    </Card>
  )
}

const VoteStep = ({ election, onChanged }: PartProps) => {
  const { electionId, candidates } = election
  const give = useCommand('election.give')
  const scribe = useCommand('election.scribe')
  const roll = useQuery('election.roll', { electionId })
  const [who, setWho] = useState<string | undefined>()
  const [by, setBy] = useState<string | undefined>()
  const hand = async () => {
    const answer = await give.run({ electionId })
    if (answer?.ok) {
      await roll.reload()
      const { given, handsets } = answer.data
      await onChanged(
        handsets.length > 0 ? `发纸票 ${String(given)} 张；${String(handsets.length)} 位用手机投，不发纸票` : `发纸票 ${String(given)} 张`,
      )
    }
  }
  const note = async (close: () => void) => {
    if (who === undefined || by === undefined) return
    const answer = await scribe.run({ electionId, forId: who, byId: by })
    if (!answer?.ok) return
    close()
    await onChanged('代写记好了')
  }
  const out = candidates.map(one => one.memberId)
  const option = (one: { memberId: string; name: string }) => ({ value: one.memberId, words: one.name })
  return (
    <Card title="发纸票，大家投票">
      <Loaded query={roll} cards={1}>
        {({ people }) => {
          const phones = people.filter(one => one.way === 'phone').length
          const papers = people.filter(one => one.way === 'paper').length
          return (
            <>
              <View>{`到会 ${String(people.length)} 人：手机领票 ${String(phones)} 人，纸票 ${String(papers)} 人，还没有领 ${String(people.length - phones - papers)} 人`}</View>
              {phones > 0 && phones < 5 && (
                <Notice tone="warn" title={`用手机投的只有 ${String(phones)} 位`}>
                  人太少，数票的人可能推算出他们怎么投。最好有五位以上用手机，或者都用纸票。
                </Notice>
              )}
              {give.refusal && <Failure refusal={give.refusal} onSeen={give.forget} />}
              <Button icon="file" onPress={hand}>
                其余的人都发纸票
              </Button>
              <Unfold words="有人不能写，请别人代写" icon="edit">
                {close => (
                  <View className="stack">
                    <PickOne label="谁不能写" options={people.map(option)} value={who} onChange={setWho} />
                    <PickOne
                      label="请谁代写"
                      hint="不能是候选人，要照本人的意思写"
                      options={people.filter(one => !out.includes(one.memberId) && one.memberId !== who).map(option)}
                      value={by}
                      onChange={setBy}
                    />
                    {scribe.refusal && <Failure refusal={scribe.refusal} onSeen={scribe.forget} />}
                    <Button icon="done" disabled={who === undefined || by === undefined} onPress={() => note(close)}>
                      记下来
                    </Button>
                  </View>
                )}
              </Unfold>
            </>
          )
        }}
      </Loaded>
      {election.scribes.map(one => (
        <View key={one.for.memberId} className="soft small">{`${one.by.name}代${one.for.name}写`}</View>
      ))}
    </Card>
  )
}

const ResultStep = ({ election, onChanged }: PartProps) => {
  const result = useCommand('election.result')
  const { electionId, paper } = election
  const press = async () => {
    const answer = await result.run({ electionId, ...(paper ? { paper } : {}) })
    if (answer?.ok) await onChanged('结果算出来了，请宣布')
  }
  return (
    <Card title="宣布结果">
      <View>{paper ? `纸票收回 ${String(paper.returned)} 张，无效 ${String(paper.invalid)} 张。` : '没有填纸票：只算手机上的票。'}</View>
      {result.refusal && <Failure refusal={result.refusal} onSeen={result.forget} />}
      <Confirm
        kind="secondary"
        icon="done"
        question="算结果以后，手机上就不能再投了。算吗？"
        yes="是，算结果"
        no="不，再等等"
        onYes={press}
      >
        算结果
      </Confirm>
    </Card>
  )
}

/** A name that phones wrote in and no one member bears: the secretary says which member it means. */
const Unknown = ({ election, onChanged }: PartProps) => {
  const result = useCommand('election.result')
  const people = useQuery(
    'election.people',
    election.result && election.result.unknown.length > 0 ? { activityId: election.activityId } : null,
  )
  if (!election.result || election.result.unknown.length === 0 || !people.data) return null
  const say = async (name: string, memberId: string) => {
    const answer = await result.run({ electionId: election.electionId, writeIns: { [name]: memberId } })
    if (answer?.ok) await onChanged('记好了')
  }
  return (
    <Section title="手机票上写的人，名册里对不上">
      {result.refusal && <Failure refusal={result.refusal} onSeen={result.forget} />}
      {election.result.unknown.map(({ name, votes }) => (
        <PickOne
          key={name}
          label={`“${name}” ${String(votes)} 票，是谁？`}
          hint="不是本支部正式党员的，不用选，不计票"
          options={(people.data?.people ?? []).map(one => ({ value: one.memberId, words: one.name }))}
          value={undefined}
          onChange={memberId => void say(name, memberId)}
        />
      ))}
    </Section>
  )
}

const Afterwards = ({ election, onChanged }: PartProps) => {
  const { electionId, may } = election
  const again = useCommand('election.again')
  const reduce = useCommand('election.reduce')
  const spoil = useCommand('election.void')
  const [reason, setReason] = useState('')
  const next = async () => {
    const answer = await again.run({ electionId })
    if (answer?.ok) await onChanged('下一轮准备好了')
  }
  const leave = async () => {
    const answer = await reduce.run({ electionId })
    if (answer?.ok) await onChanged('记好了，名额先空着')
  }
  const end = async (close: () => void) => {
    const answer = await spoil.run({ electionId, reason })
    if (!answer?.ok) return
    close()
    await onChanged('本轮作废了，请重新投票')
  }
  return (
    <View className="stack">
      {[again, reduce, spoil].map((one, at) => one.refusal && <Failure key={at} refusal={one.refusal} onSeen={one.forget} />)}
      {may.includes('again') && (
        <Button icon="repeat" onPress={next}>
          准备再投一轮
        </Button>
      )}
      {may.includes('reduce') && (
        <Confirm question="大会同意不再选余下的名额吗？" yes="是，大会同意" no="不，再选一次" onYes={leave}>
          大会同意，名额先空着
        </Confirm>
      )}
      {may.includes('void') && (
        <Unfold kind="quiet" words="本轮作废，重新投票">
          {close => (
            <Notice tone="warn" title="本轮的票都不算了">
              <Field label="为什么作废" value={reason} onChange={setReason} max={200} placeholder="收回的票比发出的多" />
              <Button kind="danger" disabled={reason.trim() === ''} onPress={() => end(close)}>
                作废这一轮
              </Button>
              <Button onPress={close}>不作废</Button>
            </Notice>
          )}
        </Unfold>
      )}
      {may.includes('report') && (
        <>
          <ExportButton
            words="选举情况报告（Word）"
            name="选举情况报告.docx"
            make={() => call('election.report', { electionId, format: 'docx' })}
          />
          <ExportButton words="票数表（Excel）" name="选举票数.xlsx" make={() => call('election.report', { electionId, format: 'xlsx' })} />
        </>
      )}
    </View>
  )
}

/** Whether a step is done. */
const isDone = ({ state, agreed, watchers, counters, roll, paper, result, seated }: PartProps['election'], step: Step): boolean => {
  if (isAgreement(step)) return agreed.some(one => one.step === step)
  const done: Readonly<Record<Exclude<Step, Agreement>, boolean>> = {
    prepare: true,
    'tellers-named': watchers.length > 0 && counters.length > 0,
    open: roll !== null,
    vote: result !== undefined || paper !== undefined,
    count: paper !== undefined || result !== undefined,
    result: result !== undefined,
    seat: seated !== undefined,
  }
  return done[step] || state === 'void'
}

/** All steps of a vote at its meeting, for the secretary: what is done, what comes next, and how. */
export const useDesk = ({ election, onChanged }: PartProps): { main: ReactNode; body: ReactNode } => {
  const { electionId, activityId, may, excused } = election
  const [open, setOpen] = useState<Step | undefined>()
  const asked: readonly Agreement[] = agreementsOf({ excused })
  const shown = steps.filter(step => !isAgreement(step) || asked.includes(step))
  const next = shown.find(step => !isDone(election, step))
  const changed = async (said?: string) => {
    setOpen(undefined)
    await onChanged(said)
  }
  const can: Readonly<Record<Exclude<Step, Agreement>, boolean>> = {
    prepare: may.includes('prepare'),
    'tellers-named': may.includes('agree'),
    open: may.includes('open'),
    vote: may.includes('give'),
    count: may.includes('count'),
    result: may.includes('result'),
    seat: may.includes('seat'),
  }
  const able = (step: Step) => (isAgreement(step) ? may.includes('agree') : can[step])
  const press = (step: Step) => {
    if (step === 'prepare') go(routes.electionPrepare({ activityId }))
    else if (step === 'count') go(routes.electionCount({ id: electionId }))
    else if (step === 'seat') go(routes.electionSeat({ id: electionId }))
    else setOpen(step)
  }
  const part = { election, onChanged: changed }
  const form = open && (
    <View key={open} className="stack">
      {isAgreement(open) && <AgreeStep {...part} step={open} />}
      {open === 'tellers-named' && <TellersStep {...part} />}
      {open === 'open' && <OpenStep {...part} />}
      {open === 'vote' && <VoteStep {...part} />}
      {open === 'result' && <ResultStep {...part} />}
      <Button kind="quiet" icon="back" onPress={() => setOpen(undefined)}>
        回到各步
      </Button>
    </View>
  )
  const titleOf = (step: Step) => (isAgreement(step) ? agreementWords[step] : titles[step])
  const list = (
    <Section title="一步一步办">
      {shown.map((step, at) => {
        const done = isDone(election, step)
        const on = isAgreement(step) ? election.agreed.find(one => one.step === step)?.on : undefined
        return (
          <ShortRow
            key={step}
            name={`${String(at + 1)}. ${titleOf(step).title}`}
            note={on === undefined ? titleOf(step).hint : sayDate(on)}
            state={
              done
                ? { icon: 'done', tone: 'good', words: '好了' }
                : step === next
                  ? { icon: 'arrow', tone: 'ink', words: '该办这一步' }
                  : { icon: 'radio', tone: 'soft', words: '还没办' }
            }
            {...(able(step) ? { onPress: () => press(step) } : {})}
          />
        )
      })}
    </Section>
  )
  const ready = next !== undefined && able(next) && open === undefined ? next : undefined
  return {
    main: ready && <BigButton onPress={() => press(ready)}>{titleOf(ready).title}</BigButton>,
    body: form ?? (
      <>
        {list}
        {election.ballot !== undefined && election.ballot.way !== 'paper' && (
          <Button icon="check" onPress={() => go(routes.electionBallot({ id: electionId }))}>
            我自己用手机投票
          </Button>
        )}
        <Unknown election={election} onChanged={changed} />
        <Afterwards election={election} onChanged={changed} />
      </>
    ),
  }
}
