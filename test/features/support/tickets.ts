import { randomBytes } from 'node:crypto'
import type { Contract } from '../../../core/contract'
import type { Input } from '../../../core/shared/operation'
import { blind, CHANCE, finalize } from '../../../src/features/voice/ballots/blind'
import type { Cloud } from './attendance'

export type Answered = Input<Contract['survey.drop']>['answer']

/** A person asks for the ticket to a box on their phone: what the cloud said, and how its answer is dropped. */
export const ticket = async (cloud: Cloud, openid: string, surveyId: string, publicKey: string) => {
  const blinded = blind(publicKey, randomBytes(CHANCE))
  const reply = await cloud.as(openid).calls('survey.ticket', { surveyId, blinded: blinded.blinded })
  const signature = (reply.ok ? finalize(blinded, reply.data.signature) : null) ?? ''
  return {
    reply,
    drop: (answer: Answered) => cloud.as(openid).calls('survey.drop', { surveyId, serial: blinded.serial, signature, answer }),
  }
}
