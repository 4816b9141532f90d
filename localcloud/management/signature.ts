import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { ManagementError } from './refusal'

/** The key pair of this cloud: who reaches its address may manage it. */
export const LOCAL_KEYS = { secretId: 'local', secretKey: 'local' } as const

/** How far the clocks of caller and cloud may be apart, in seconds. */
const TOLERANCE_S = 300

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const hash = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

const FORM =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d\d-\d\d)\/(\w+)\/tc3_request, SignedHeaders=content-type;host, Signature=([0-9a-f]{64})$/

/**
 * Judges the signature of a call to Tencent Cloud's API (TC3-HMAC-SHA256 over content type and host) by the machine's own clock.
 * Throws AuthFailure.* as the platform does.
 */
export function checkSignature(headers: IncomingHttpHeaders, path: string, body: Buffer): void {
  const [, secretId, date = '', service = '', signature = ''] = FORM.exec(textOf(headers.authorization)) ?? []
  if (secretId === undefined) throw new ManagementError('AuthFailure.InvalidAuthorization', 'The header Authorization cannot be read.')
  if (secretId !== LOCAL_KEYS.secretId)
    throw new ManagementError('AuthFailure.SecretIdNotFound', 'The SecretId is not found, please ensure that your SecretId is correct.')
  const timestamp = textOf(headers['x-tc-timestamp'])
  if (!(Math.abs(Number(timestamp) - Date.now() / 1000) <= TOLERANCE_S))
    throw new ManagementError('AuthFailure.SignatureExpire', 'The signature has expired: the clock of the caller is wrong.')
  // The client signs the name without the port.
  const host = textOf(headers.host).replace(/:\d+$/, '')
  const canonical = `POST\n${path}\n\ncontent-type:${textOf(headers['content-type'])}\nhost:${host}\n\ncontent-type;host\n${hash(body)}`
  const toSign = `TC3-HMAC-SHA256\n${timestamp}\n${date}/${service}/tc3_request\n${hash(canonical)}`
  const key = hmac(hmac(hmac(`TC3${LOCAL_KEYS.secretKey}`, date), service), 'tc3_request')
  const right = hmac(key, toSign)
  if (!timingSafeEqual(right, Buffer.from(signature, 'hex')))
    throw new ManagementError(
      'AuthFailure.SignatureFailure',
      'The provided credentials could not be validated. Please check your signature is correct.',
    )
}
