import * as z from 'zod'
import type { MultipartAction } from '../admin/admin'
import { invalidParam } from '../errors'
import type { PayApi } from './apis'

const parametersSchema = z.record(z.string(), z.unknown())

/** The action `wx.wxPayApi`: `cloud.cloudPay.*`, for the person whose call the asking function serves. */
export function payAction(apis: Readonly<Record<string, PayApi>>): MultipartAction {
  return (form, { running }) => {
    const name = form.text('apiName')
    const api = Object.hasOwn(apis, name) ? apis[name] : undefined
    if (api === undefined) return Promise.reject(invalidParam(`the local cloud has no cloudPay.${name}`))
    const answer = api(parametersIn(form.text('requestData')), running?.caller.openid)
    // A JSON content type would tell the SDK that the gateway has refused.
    return Promise.resolve({ contentType: 'text/plain; charset=utf-8', body: typeof answer === 'string' ? answer : JSON.stringify(answer) })
  }
}

function parametersIn(text: string): Record<string, unknown> {
  try {
    return parametersSchema.parse(JSON.parse(text))
  } catch {
    throw invalidParam('requestData is not a JSON object')
  }
}
