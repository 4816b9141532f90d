import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { sayDate } from '../../../../../core/people/public'
import { routes } from '../../../../../core/shared/routes'
import { agreementsOf, type Agreement } from '../../../../../core/voice/elections/steps'
import { BigButton, Button } from '../../../../components/Button'
import { Section } from '../../../../components/Card'
import { ShortRow } from '../../../../components/Rows'
import { go } from '../../../../platform/go'
import { agreementWords, type PartProps } from '../words'
import { AgreeStep } from './AgreeStep'
import { TellersStep } from './TellersStep'
import { OpenStep } from './OpenStep'
import { VoteStep } from './VoteStep'
import { ResultStep } from './ResultStep'
import { Unknown } from './Unknown'
import { Afterwards } from './Afterwards'

const steps = ['prepare', 'consent', 'tellers-named', 'method', 'excused', 'tellers', 'open', 'vote', 'count', 'result', 'seat'] as const
type Step = (typeof steps)[number]
const isAgreement = (step: Step): step is Step & Agreement => Object.hasOwn(agreementWords, step)
const titles: Readonly<Record<Exclude<Step, Agreement>, { title: string; hint: string }>> = {
  prepare: { title: '名额和候选人', hint: '选几位、谁是候选人、谁不计入' },
  'tellers-named': { title: '提名监票人、计票人', hint: '不能是候选人' },
  open: { title: '清点人数，开始投票', hint: '到会的人要够数' },
  vote: { title: '发纸票，大家投票', hint: '一人一张，不能替别人投' },
  count: { title: '计票人数纸票', hint: '计票人、监票人也能在自己手机上填' },
  result: { title: '宣布结果', hint: '纸票和手机票合在一起算' },
  seat: { title: '新班子第一次会议', hint: '选书记、副书记，报上级' },
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
