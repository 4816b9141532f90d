import { View } from '@tarojs/components'
import { useState } from 'react'
import type { BallotAnswer } from '../../../../core/voice/ballots/answers'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import type { AnyRefusal } from '../../../platform/call'
import { ballotOf, stageOf } from './kept'
import { type Box, fillIn, takeTicket, type TicketFault } from './take'

const faults: Readonly<Record<TicketFault, { what: string; press: string }>> = {
  NO_CHANCE: { what: '这部手机的微信太旧，做不了票', press: '请把微信升级一下，再打开这里。' },
  NO_ROOM: { what: '手机满了，存不下票', press: '请清理一下手机，再按一次。' },
  WRONG_KEY: { what: '领到的票对不上，没有用', press: '请打电话告诉支部书记。您什么也没有填，什么也没有丢。' },
}

/** One secret ballot on this phone: how far it is (`stage`), what brings it on, and what stands in the way (`trouble`, to be shown). */
export const useBallot = (box: Box) => {
  const [, redraw] = useState(0)
  const [fault, setFault] = useState<TicketFault | undefined>()
  const [refusal, setRefusal] = useState<AnyRefusal | undefined>()
  const [tooLong, setTooLong] = useState(false)
  const take = async (): Promise<boolean> => {
    const taken = await takeTicket(box)
    setFault('fault' in taken ? taken.fault : undefined)
    setRefusal('refusal' in taken ? taken.refusal : undefined)
    redraw(count => count + 1)
    return 'ballot' in taken
  }
  /** Puts the answer into the box; false where it stays to be filled in. */
  const put = async (answer: BallotAnswer): Promise<boolean> => {
    const ballot = ballotOf(box.surveyId)
    const filled = ballot !== undefined && (await fillIn(box, ballot, answer))
    setTooLong(!filled)
    redraw(count => count + 1)
    return filled
  }
  const trouble = (
    <>
      {fault && (
        <Notice tone="warn" title={faults[fault].what}>
          <View>{faults[fault].press}</View>
        </Notice>
      )}
      {refusal && <Failure refusal={refusal} onSeen={() => setRefusal(undefined)} />}
      {tooLong && (
        <Notice tone="warn" title="没有放进去">
          <View>写的话太长了，请短一些；手机满了也会这样。填的都还在。</View>
        </Notice>
      )}
    </>
  )
  return { stage: stageOf(box.surveyId), take, put, trouble }
}
