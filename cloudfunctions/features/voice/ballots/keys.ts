import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  verify,
} from 'node:crypto'
import { promisify } from 'node:util'

const BITS = 2048
const SALT = 48

/** The keys of one box, and of no other. */
export const makeKeys = async (): Promise<{ publicKey: string; privateKey: string }> => {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: BITS, publicExponent: 0x10001 })
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  }
}

const publicOf = (key: string) => createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })

/** Signs a blinded message (RFC 9474, BlindSign); null where it is no number below the modulus. */
export const signBlinded = (keys: { publicKey: string; privateKey: string }, blinded: string): string | null => {
  const message = Buffer.from(blinded, 'base64')
  const key = createPrivateKey({ key: Buffer.from(keys.privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  try {
    const signature = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, message)
    // A signature that came out wrong would tell of the key.
    const back = publicEncrypt({ key: publicOf(keys.publicKey), padding: constants.RSA_NO_PADDING }, signature)
    return back.equals(message) ? signature.toString('base64') : null
  } catch {
    return null
  }
}

/** Did this key sign this message? */
export const isSigned = (publicKey: string, serial: string, signature: string): boolean =>
  verify(
    'sha384',
    Buffer.from(serial, 'base64'),
    { key: publicOf(publicKey), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT },
    Buffer.from(signature, 'base64'),
  )

/** A hash of bytes that are given in base64, whatever way they are written. */
export const hashOf = (boxId: string, base64: string): string =>
  createHash('sha256').update(`${boxId}:`).update(Buffer.from(base64, 'base64')).digest('hex')
