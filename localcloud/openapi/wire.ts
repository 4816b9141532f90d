import protobuf from 'protobufjs'
import * as z from 'zod'

/** The messages in which WeChat's server APIs travel. Rule: localcloud/WIRE.md, WeChat's own APIs. */
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
  message HttpHeader { string key = 1; string value = 2; }
  message OpenDataReq { repeated string cloudid_list = 2; string appid = 3; }
  message OpenDataResp { repeated OpenDataItem data_list = 1; }
  message OpenDataItem { string cloud_id = 1; string json = 2; }
  message VoipSignReq { string groupId = 2; uint32 timestamp = 3; string nonce = 4; }
  message CallSignReq { repeated string parameterList = 2; }
  message SignResp { string signature = 1; }`,
  { keepCase: true },
)
const requestType = root.lookupType('CommApiData')
const responseType = root.lookupType('CommOpenApiResp')
const openDataRequestType = root.lookupType('OpenDataReq')
const openDataType = root.lookupType('OpenDataResp')
const voipSignType = root.lookupType('VoipSignReq')
const callSignType = root.lookupType('CallSignReq')
const signType = root.lookupType('SignResp')

const requestSchema = z.object({
  apiType: z.number(),
  openapiData: z.object({ pairs: z.array(z.object({ key: z.string(), value: z.instanceof(Uint8Array), filename: z.string() })) }).nullish(),
  svrkitData: z.object({ apiName: z.string(), reqData: z.instanceof(Uint8Array) }).nullish(),
})
const openDataRequestSchema = z.object({ cloudid_list: z.array(z.string()) })
const voipSignSchema = z.object({ groupId: z.string(), timestamp: z.number(), nonce: z.string() })
const callSignSchema = z.object({ parameterList: z.array(z.string()) })

const OPEN_API = 0
const SVRKIT_API = 2

/** Parameters of an open API call: JSON values as they are; media (sent with a file name) as their bytes. */
export type ApiParameters = Record<string, unknown>

/** What WeChat answers: JSON, or media of a content type. */
export type ApiAnswer = { json: Record<string, unknown> } | { media: Uint8Array; contentType: string }

/** What a request asks for: one of WeChat's server APIs, the open data behind CloudIDs (`cloud.getOpenData`), or a signature over some texts. */
export type ApiRequest =
  | { kind: 'api'; parameters: ApiParameters }
  | { kind: 'openData'; cloudIds: string[] }
  | { kind: 'sign'; texts: string[] }

/** WeChat's inner services that the SDK knows, by name. */
const innerServices: Readonly<Record<string, (bytes: Uint8Array) => ApiRequest>> = {
  ApiGetOpenDataByCloudId(bytes) {
    const request = openDataRequestType.toObject(openDataRequestType.decode(bytes), { arrays: true })
    return { kind: 'openData', cloudIds: openDataRequestSchema.parse(request).cloudid_list }
  },
  ApiVoipSign(bytes) {
    const { groupId, nonce, timestamp } = voipSignSchema.parse(voipSignType.toObject(voipSignType.decode(bytes), { defaults: true }))
    return { kind: 'sign', texts: [groupId, nonce, String(timestamp)] }
  },
  GetCloudCallSign(bytes) {
    return { kind: 'sign', texts: callSignSchema.parse(callSignType.toObject(callSignType.decode(bytes), { arrays: true })).parameterList }
  },
}

/** Reads a request; undefined when it is of another kind. Throws when the bytes are no such message. */
export function decodeRequest(bytes: Uint8Array): ApiRequest | undefined {
  const message = requestType.toObject(requestType.decode(bytes), { defaults: true, arrays: true })
  const { apiType, openapiData, svrkitData } = requestSchema.parse(message)
  if (apiType === SVRKIT_API && svrkitData) {
    const { apiName, reqData } = svrkitData
    return Object.hasOwn(innerServices, apiName) ? innerServices[apiName]?.(reqData) : undefined
  }
  if (apiType !== OPEN_API && !openapiData) return undefined
  const pairs = openapiData?.pairs ?? []
  return {
    kind: 'api',
    parameters: Object.fromEntries(pairs.map(({ key, value, filename }) => [key, filename === '' ? readValue(value) : value])),
  }
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

/** The answer to `cloud.getOpenData`: for each CloudID, what it stands for. */
export function encodeOpenData(list: readonly { cloudID: string }[]): Uint8Array {
  const data_list = list.map(item => ({ cloud_id: item.cloudID, json: JSON.stringify(item) }))
  return encodeInner(openDataType.encode(openDataType.create({ data_list })).finish())
}

/** The answer to `cloud.getVoIPSign` and `cloud.getCloudCallSign`. */
export function encodeSignature(signature: string): Uint8Array {
  return encodeInner(signType.encode(signType.create({ signature })).finish())
}

function encodeInner(respData: Uint8Array): Uint8Array {
  return responseType.encode(responseType.create({ respData, contentType: '', httpCode: 200, svrkitErrorCode: 0 })).finish()
}
