import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Action, AdminRequest, MultipartAction } from '../admin/admin'
import { CloudError, invalidParam } from '../errors'
import type { Api } from './answers'
import type { OpenData } from './open-data'
import { decodeRequest, encodeAnswer, encodeFailure, encodeOpenData, encodeSignature, type ApiAnswer } from './wire'

const API_NOT_FOUND = -604100
const NO_PERMISSION = -604101

interface Parts {
  apis: Readonly<Record<string, Api>>
  openData: Pick<OpenData, 'exchange'>
}

/**
 * The API of this name, or the number with which WeChat's gateway refuses it: a function calls what its config.json permits, a caller that is no
 * function all.
 */
function find({ apis }: Parts, name: string, { running }: AdminRequest): Api | number {
  const api = Object.hasOwn(apis, name) ? apis[name] : undefined
  if (api === undefined) return API_NOT_FOUND
  return running?.openapi.includes(name) === false ? NO_PERMISSION : api
}

/** The same for the same texts, in any order; only WeChat could make one that a call accepts. */
const signatureOf = (texts: readonly string[]) =>
  `local-${createHash('sha256')
    .update([...texts].sort().join('\n'))
    .digest('hex')}`

/** The action `wx.openApi`: `cloud.openapi.*`, `cloud.getOpenData`, `cloud.getVoIPSign` and `cloud.getCloudCallSign`. */
export function openApiAction(parts: Parts): MultipartAction {
  return async (form, asked) => {
    const answer = (body: Uint8Array) => ({ contentType: 'application/octet-stream', body })
    const request = decode(form.parts.get('requestData'))
    if (request === undefined) return answer(encodeFailure(API_NOT_FOUND))
    // Like getWXContext, these need no permission.
    if (request.kind === 'openData') return answer(encodeOpenData(request.cloudIds.map(parts.openData.exchange)))
    if (request.kind === 'sign') return answer(encodeSignature(signatureOf(request.texts)))
    const api = find(parts, form.text('apiName'), asked)
    return answer(typeof api === 'number' ? encodeFailure(api) : encodeAnswer(api(request.parameters)))
  }
}

const legacySchema = z.object({ apiName: z.string().min(1), requestData: z.string().default('') })

/** The older action `wx.api` (`cloud.callOpenAPI`): the same APIs, with JSON both ways. Media cannot be asked for. */
export function legacyApiAction(parts: Parts): Action {
  return async (body, asked) => {
    const parsed = legacySchema.safeParse(body)
    if (!parsed.success) throw invalidParam(z.prettifyError(parsed.error))
    const api = find(parts, parsed.data.apiName, asked)
    if (typeof api === 'number') throw new CloudError('SYS_ERR', `system error: error code: ${api}`)
    return { data: { responseData: textOf(api(snakeCased(parametersIn(parsed.data.requestData)))) } }
  }
}

const textOf = (answer: ApiAnswer) => ('json' in answer ? JSON.stringify(answer.json) : Buffer.from(answer.media).toString('base64'))

const parametersSchema = z.record(z.string(), z.unknown())

function parametersIn(text: string): Record<string, unknown> {
  try {
    return text === '' ? {} : parametersSchema.parse(JSON.parse(text))
  } catch {
    throw invalidParam('requestData is not a JSON object')
  }
}

/** The SDK sends these parameters as the function wrote them, in camel case. */
function snakeCased(parameters: Record<string, unknown>): Record<string, unknown> {
  const change = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(change)
    return typeof value === 'object' && value !== null ? snakeCased({ ...value }) : value
  }
  const snake = (key: string) => key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
  return Object.fromEntries(Object.entries(parameters).map(([key, value]) => [snake(key), change(value)]))
}

function decode(bytes: Buffer | undefined) {
  try {
    return decodeRequest(bytes ?? Buffer.alloc(0))
  } catch {
    throw invalidParam('requestData is not a message that can be read')
  }
}
