import * as z from 'zod'
import type { MayInvoke } from './functions/rules'
import type { Runtime } from './functions/runtime'
import type { Events } from './http/events'
import {
  INVALID_PARAM,
  openidOf,
  parseJson,
  readBody,
  readJson,
  Refusal,
  requireOpenid,
  sendJson,
  sendText,
  type Exchange,
  type Route,
} from './http/exchange'
import { readWritten } from './json-file'
import type { OpenData } from './openapi/open-data'
import type { PhoneNumbers } from './openapi/phone-number'
import type { Timekeeper } from './timers/timekeeper'

export interface Services {
  runtime: Runtime
  clock: Timekeeper
  mayInvoke: MayInvoke
  openData: OpenData
  phones: PhoneNumbers
  events: Events
  /** Cloud time (ms) of each person's last call. */
  lastSeen: Map<string, number>
  appId: string
  peopleFile: string | undefined
  /** Since when `/stats` counts: cloud time of the start, ms. */
  startedAt: number
}

/** Longest event that the platform takes, in bytes. */
const LONGEST_EVENT_BYTES = 100 * 1024
const clockSchema = z
  .strictObject({
    now: z.number().int().optional(),
    advance: z.number().int().optional(),
    pass: z.number().int().min(0).optional(),
    fine: z.number().int().min(0).optional(),
    frozen: z.boolean().optional(),
  })
  .refine(({ now, advance }) => now === undefined || advance === undefined, 'now and advance exclude each other')
  .refine(change => Object.keys(change).length > 0, 'one of now, advance, pass, frozen is needed')
const phoneSchema = z.object({ phone: z.string().regex(/^1\d{10}$/, 'a mobile number has 11 digits') })
const openDataSchema = z.object({ data: z.record(z.string(), z.unknown()) })
const peopleSchema = z.array(
  z.object({ openid: z.string().min(1), name: z.string().min(1), note: z.string().default(''), group: z.string().default('') }),
)

/** What a phone, a test and the desk ask of the cloud besides its admin API and its storage. */
export function serviceRoutes(services: Services): Route[] {
  const { runtime, clock, mayInvoke, openData, phones, events, startedAt } = services

  async function call({ req, res, params: [name = ''] }: Exchange): Promise<void> {
    const openid = openidOf(req)
    const event = eventOf((await readBody(req, LONGEST_EVENT_BYTES)).toString('utf8'))
    const address = req.socket.remoteAddress
    const reply = await (openid === undefined ? callAsAdministrator(name, event, address) : callFromPhone(name, event, openid, address))
    res.setHeader('x-request-id', reply.requestId)
    if (reply.ok) sendText(res, reply.json, 'application/json; charset=utf-8')
    else sendJson(res, { errCode: reply.errCode, errMsg: reply.errMsg, requestId: reply.requestId }, reply.status)
  }

  /** WeChat's HTTP API for servers: no phone's call, and no security rules. */
  const callAsAdministrator = (name: string, event: Record<string, unknown>, address: string | undefined) =>
    runtime.call(name, JSON.stringify(event), { openid: undefined, source: 'wx_http', address })

  const callFromPhone = (name: string, event: Record<string, unknown>, openid: string, address: string | undefined) => {
    if (!mayInvoke(name)) throw new Refusal(403, -501001, `[EXCEED_AUTHORITY] The rules of the functions do not let phones call ${name}`)
    services.lastSeen.set(openid, clock.now())
    const filled = { ...openData.fill(event), userInfo: { openId: openid, appId: services.appId } }
    return runtime.call(name, JSON.stringify(filled), { openid, source: 'wx_client', address })
  }

  const time = () => ({ now: clock.now(), frozen: clock.frozen() })

  async function changeClock({ req, res }: Exchange): Promise<void> {
    const { now, advance, pass, fine, frozen } = await readJson(req, clockSchema)
    if (frozen !== undefined) await clock.setFrozen(frozen)
    if (pass !== undefined) await clock.pass(pass)
    const fired = now !== undefined ? await clock.moveTo(now, fine) : advance !== undefined ? await clock.advance(advance, fine) : []
    sendJson(res, { ...time(), fired })
  }

  async function phoneCode({ req, res }: Exchange): Promise<void> {
    requireOpenid(req)
    const { phone } = await readJson(req, phoneSchema)
    const data = { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86' }
    sendJson(res, { code: phones.issueCode(phone), cloudID: openData.issue(data) })
  }

  async function openDataOf({ req, res }: Exchange): Promise<void> {
    requireOpenid(req)
    const { data } = await readJson(req, openDataSchema)
    sendJson(res, { cloudID: openData.issue(data) })
  }

  const cool = ({ res }: Exchange) => {
    runtime.cool()
    sendJson(res, {})
  }

  const reset = ({ res }: Exchange) => {
    runtime.figures.reset()
    sendJson(res, {})
  }

  const people = () => (services.peopleFile === undefined ? [] : readWritten(services.peopleFile, peopleSchema, 'The people'))

  return [
    { method: 'POST', pattern: /^\/call\/([^/]+)$/, handle: call },
    { method: 'GET', pattern: /^\/clock$/, handle: ({ res }) => sendJson(res, time()) },
    { method: 'POST', pattern: /^\/clock$/, handle: changeClock },
    { method: 'GET', pattern: /^\/outbox\/stream$/, handle: ({ res }) => events.attach(res) },
    { method: 'POST', pattern: /^\/phone-code$/, handle: phoneCode },
    { method: 'POST', pattern: /^\/open-data$/, handle: openDataOf },
    { method: 'DELETE', pattern: /^\/instances$/, handle: cool },
    { method: 'GET', pattern: /^\/stats$/, handle: ({ res }) => sendJson(res, { since: startedAt, functions: runtime.figures.all() }) },
    { method: 'DELETE', pattern: /^\/stats$/, handle: reset },
    { method: 'POST', pattern: /^\/stats\/reset$/, handle: reset },
    { method: 'GET', pattern: /^\/log$/, handle: ({ res }) => sendJson(res, { items: runtime.figures.log() }) },
    { method: 'GET', pattern: /^\/people$/, handle: ({ res }) => sendJson(res, people()) },
  ]
}

const eventSchema = z.record(z.string(), z.unknown())

/** Throws a Refusal when the body is no JSON object; an empty one counts as `{}`. */
function eventOf(body: string): Record<string, unknown> {
  const event = eventSchema.safeParse(parseJson(body === '' ? '{}' : body))
  if (!event.success) throw new Refusal(400, INVALID_PARAM, 'The event has to be a JSON object')
  return event.data
}
