import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'

/**
 * A sealed box: `CQ1`, a zero, the public half of a key pair made for this box (32 bytes), the text under AES-256-GCM, its tag (16 bytes). The key
 * of the box is HKDF-SHA256 over the X25519 secret of the two key pairs, salted with both public keys; since it is never used again,
 * the nonce is zero. The box is bound to a name: it opens under no other.
 */
const MAGIC = Buffer.from('CQ1\0')
const [KEY_BYTES, TAG_BYTES] = [32, 16]
const HEAD_BYTES = MAGIC.length + KEY_BYTES
const NONCE = Buffer.alloc(12)
const CIPHER = 'aes-256-gcm'
const PURPOSE = 'changqing365 backup 1'

/** A sealed box does not open: another key, another name, or it was changed. */
export class NotOpened extends Error {}

const rawOf = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')
const publicOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: Buffer.from(raw).toString('base64url') }, format: 'jwk' })

const keyOf = (own: KeyObject, other: KeyObject, box: Uint8Array, owner: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', diffieHellman({ privateKey: own, publicKey: other }), Buffer.concat([box, owner]), PURPOSE, KEY_BYTES))

const boundTo = (head: Uint8Array, name: string): Buffer => Buffer.concat([head, Buffer.from(name, 'utf8')])

/** Seals a text for the holder of the private key: who seals it cannot open it. `publicKey`: 32 bytes in base64. */
export const seal = (content: Uint8Array, publicKey: string, name: string): Uint8Array => {
  const owner = Buffer.from(publicKey, 'base64')
  const own = generateKeyPairSync('x25519')
  const box = rawOf(own.publicKey)
  const head = Buffer.concat([MAGIC, box])
  const cipher = createCipheriv(CIPHER, keyOf(own.privateKey, publicOf(owner), box, owner), NONCE).setAAD(boundTo(head, name))
  return Buffer.concat([head, cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

/** Opens a box. Throws NotOpened where it was not sealed for this key under this name, or is not as it was sealed. */
export const openSealed = (sealed: Uint8Array, privateKey: KeyObject, name: string): Uint8Array => {
  const bytes = Buffer.from(sealed)
  if (bytes.length < HEAD_BYTES + TAG_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw new NotOpened()
  const head = bytes.subarray(0, HEAD_BYTES)
  const box = head.subarray(MAGIC.length)
  try {
    const key = keyOf(privateKey, publicOf(box), box, rawOf(createPublicKey(privateKey)))
    const opening = createDecipheriv(CIPHER, key, NONCE)
    opening.setAAD(boundTo(head, name)).setAuthTag(bytes.subarray(-TAG_BYTES))
    return Buffer.concat([opening.update(bytes.subarray(HEAD_BYTES, -TAG_BYTES)), opening.final()])
  } catch (cause) {
    throw new NotOpened('it does not open', { cause })
  }
}

/** The public half of a private key, as the configuration has it. */
export const publicKeyOf = (privateKey: KeyObject): string => rawOf(createPublicKey(privateKey)).toString('base64')

/** A new pair: the public key in base64, the private one as PEM (PKCS #8). */
export const newKeyPair = (): { publicKey: string; privateKey: string } => {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return { publicKey: rawOf(publicKey).toString('base64'), privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() }
}

/** A private key from a file's text. Null where there is none in it. */
export const readPrivateKey = (text: string): KeyObject | null => {
  const pem = /-----BEGIN PRIVATE KEY-----[\s\S]+-----END PRIVATE KEY-----/u.exec(text)?.[0]
  if (pem === undefined) return null
  try {
    const key = createPrivateKey(pem)
    return key.asymmetricKeyType === 'x25519' ? key : null
  } catch {
    return null
  }
}
