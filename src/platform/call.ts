import Taro from '@tarojs/taro'
import type { Contract, OperationName } from '../../core/contract'
import type { TemplateName } from '../../core/shared/notices'
import type { Failed, Output, RawInput } from '../../core/shared/operation'
import { cloudSaid, phoneNow, setClock } from './clock'
import { noteAddresses } from './files'
import { silenceOf, type Silence } from './silence'
import { giveAgreedBack, takeAgreed } from './subscribe'
import { openid } from './who'

export type { OperationName }
/** What an operation takes, as written by a screen. */
export type Asked<K extends OperationName> = RawInput<Contract[K]>
/** What an operation gives. */
export type Given<K extends OperationName> = Output<Contract[K]>
/** The phone's own refusal: nothing was answered, so nothing is known to have happened. */
export interface Unanswered {
  ok: false
  code: Silence
  data?: undefined
}
/** What an operation is refused with: the code, and with it what its contract says belongs to it. */
export type Refusal<K extends OperationName> = Failed<Contract[K]> | Unanswered
/** Every refusal there is. */
export type AnyRefusal = { [K in OperationName]: Refusal<K> }[OperationName]
export type Answer<K extends OperationName> = { ok: true; data: Given<K> } | Refusal<K>

/** A refusal that says no more than its code, for what the phone finds out by itself. */
export const refused = <C extends Extract<AnyRefusal, { data?: undefined }>['code']>(code: C) => ({ ok: false as const, code })

const isAnswer = <K extends OperationName>(value: unknown): value is Answer<K> =>
  typeof value === 'object' &&
  value !== null &&
  'ok' in value &&
  ((value.ok === true && 'data' in value) || (value.ok === false && 'code' in value && typeof value.code === 'string'))

interface Message {
  op: OperationName
  input: unknown
  commandId?: string
  /** WeChat's id for the identity of the group chat a card was opened in; only WeChat can tell what it stands for. */
  group?: string
  /** The templates by which the person has just agreed to be told. */
  accepted?: readonly TemplateName[]
}

/** WeChat's mark for an id that the cloud replaces by what it stands for; Taro's types leave out that it gives something. */
const marked = (id: string): unknown => {
  const { cloud }: { cloud: { CloudID: (id: string) => unknown } } = Taro
  return cloud.CloudID(id)
}

// The cloud replaces ids only beside `input`, not inside of it.
const onPhone = async ({ group, ...message }: Message): Promise<unknown> =>
  (await Taro.cloud.callFunction({ name: 'api', data: { ...message, ...(group ? { group: marked(group) } : {}) } })).result

let clockSet: Promise<void> | undefined

const onDesk = async (message: Message): Promise<unknown> => {
  // Before anything is shown, so that "today" is the cloud's today from the first picture on.
  await (clockSet ??= setClock())
  const response = await fetch('/call/api', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid() },
    body: JSON.stringify(message),
  })
  // What a cloud that broke down says is no answer, whatever it is written in.
  return response.ok ? response.json() : undefined
}

const send = process.env.TARO_ENV === 'h5' ? onDesk : onPhone

/** What goes along with an act. */
export type About = Pick<Message, 'commandId' | 'group'>

/** A fresh id for one intended act; kept through its retries, so that the act is done once. */
export const newId = (): string => {
  const part = () => Math.random().toString(36).slice(2, 10).padEnd(8, '0')
  return `${Date.now().toString(36)}-${part()}${part()}`
}

/** An answer may say what time it is (`me.get`, with which the program begins); the desk's phones are set by the desk. */
const hearClock = (answer: { ok: boolean; data?: unknown }, askedAt: number) => {
  const { data } = answer
  if (process.env.TARO_ENV === 'h5' || !answer.ok || typeof data !== 'object' || data === null) return
  if ('now' in data && typeof data.now === 'number') cloudSaid(data.now, askedAt, phoneNow())
}

/**
 * Asks the cloud for one operation. Never throws: without a network it is `OFFLINE`, where the cloud was reached and did not finish (a function
 * killed or out of time, an answer that is none) `BROKEN`. In each the phone does not know whether the act was done and may safely ask again with the
 * same `commandId`.
 */
export const call = async <K extends OperationName>(op: K, input: Asked<K>, about: About = {}): Promise<Answer<K>> => {
  const askedAt = phoneNow()
  const accepted = takeAgreed()
  try {
    const answer = await send({ op, input, ...about, ...(accepted.length > 0 ? { accepted } : {}) })
    if (isAnswer<K>(answer)) {
      hearClock(answer, askedAt)
      if ('files' in answer && typeof answer.files === 'object' && answer.files !== null) noteAddresses(answer.files)
      return answer
    }
    console.error(`No answer that can be read came for ${op}`)
    return refused('BROKEN')
  } catch (error) {
    giveAgreedBack(accepted)
    console.error(`${op} was not answered`, error)
    return refused(silenceOf(error))
  }
}

/** Within so many ms the same question is one. */
const ONCE_MS = 50
const justAsked = new Map<string, Promise<unknown>>()

/** As `call`, for what several parts of a page ask as it opens: asked once, answered to each. */
export const callOnce = async <K extends OperationName>(op: K, input: Asked<K>): Promise<Answer<K>> => {
  const key = `${op}:${JSON.stringify(input)}`
  let asking = justAsked.get(key)
  if (asking === undefined) {
    asking = call(op, input)
    justAsked.set(key, asking)
    setTimeout(() => justAsked.delete(key), ONCE_MS)
  }
  const answer: unknown = await asking
  return isAnswer<K>(answer) ? answer : refused('BROKEN')
}

/** Opens WeChat's cloud; the desk needs none. */
export const openCloud = () => {
  if (process.env.TARO_ENV === 'weapp') Taro.cloud.init({ traceUser: true })
}
