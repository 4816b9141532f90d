import type { MultipartAction } from '../admin/admin'
import { invalidParam } from '../errors'
import type { Api } from './answers'
import { decodeRequest, encodeAnswer, encodeFailure } from './wire'

const API_NOT_FOUND = -604100
const NO_PERMISSION = -604101

/**
 * The action `wx.openApi`. `permitted` tells what the calling function may call (its config.json, `permissions.openapi`); undefined for a
 * caller that is no function: nothing is held against it.
 */
export function openApiAction(apis: Readonly<Record<string, Api>>, permitted: () => readonly string[] | undefined): MultipartAction {
  return async form => {
    const name = form.text('apiName')
    const answer = (body: Uint8Array) => ({ contentType: 'application/octet-stream', body })
    const parameters = decode(form.parts.get('requestData'))
    const api = Object.hasOwn(apis, name) ? apis[name] : undefined
    if (parameters === undefined || api === undefined) return answer(encodeFailure(API_NOT_FOUND))
    if (permitted()?.includes(name) === false) return answer(encodeFailure(NO_PERMISSION))
    return answer(encodeAnswer(api(parameters)))
  }
}

function decode(bytes: Buffer | undefined) {
  try {
    return decodeRequest(bytes ?? Buffer.alloc(0))
  } catch {
    throw invalidParam('requestData is not a message that can be read')
  }
}
