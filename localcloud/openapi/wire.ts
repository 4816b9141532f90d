import protobuf from 'protobufjs'
import * as z from 'zod'

/** The messages in which WeChat's server APIs travel. Rule: LOCALCLOUD-WIRE section 6. */
const { root } = protobuf.parse(
  `syntax = "proto3";
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; SvrkitApiData svrkitData = 4; string appid = 6; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message SvrkitApiData { string apiName = 1; bytes reqData = 2; }
  message CommOpenApiResp {
    bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4;
    repeated HttpHeader headers = 5; int32 svrkitErrorCode = 6;
  }
  message HttpHeader { string key = 1; string value = 2; }`,
  { keepCase: true },
)
const requestType = root.lookupType('CommApiData')
const responseType = root.lookupType('CommOpenApiResp')

const requestSchema = z.object({
  apiType: z.number(),
  openapiData: z.object({ pairs: z.array(z.object({ key: z.string(), value: z.instanceof(Uint8Array), filename: z.string() })) }).nullish(),
})

const OPEN_API = 0

/** Parameters of an open API call: JSON values as they are; media (sent with a file name) as their bytes. */
export type ApiParameters = Record<string, unknown>

/** What WeChat answers: JSON, or media of a content type. */
export type ApiAnswer = { json: Record<string, unknown> } | { media: Uint8Array; contentType: string }

/** The parameters in a request; undefined when it is no open API call. Throws when the bytes are no such message. */
export function decodeRequest(bytes: Uint8Array): ApiParameters | undefined {
  const message = requestType.toObject(requestType.decode(bytes), { defaults: true, arrays: true })
  const { apiType, openapiData } = requestSchema.parse(message)
  if (apiType !== OPEN_API && openapiData === null) return undefined
  return Object.fromEntries((openapiData?.pairs ?? []).map(({ key, value, filename }) => [key, filename === '' ? readValue(value) : value]))
}

/** Text that is not JSON stays text. */
function readValue(bytes: Uint8Array): unknown {
  const text = Buffer.from(bytes).toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export function encodeAnswer(answer: ApiAnswer): Uint8Array {
  const content =
    'json' in answer
      ? { respData: Buffer.from(JSON.stringify(answer.json)), contentType: 'application/json; charset=utf-8' }
      : { respData: answer.media, contentType: answer.contentType }
  return responseType.encode(responseType.create({ ...content, httpCode: 200 })).finish()
}

/** A failure of WeChat's gateway, e.g. -604100. */
export function encodeFailure(errorCode: number): Uint8Array {
  return responseType.encode(responseType.create({ contentType: '', errorCode })).finish()
}
