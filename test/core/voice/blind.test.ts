import { RSABSSA } from '@cloudflare/blindrsa-ts'
import bigInt from 'big-integer'
import fc from 'fast-check'
import { createPublicKey, randomBytes, webcrypto } from 'node:crypto'
import { isSigned, makeKeys, signBlinded } from '../../../cloudfunctions/features/voice/ballots/keys'
import { blind, blindWith, CHANCE, finalize } from '../../../src/features/voice/ballots/blind'
import { fromBase64, fromHex, fromUtf8, toBase64, toHex, toUtf8 } from '../../../src/features/voice/ballots/bytes'
import { vector } from './rfc9474'

const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64')

test('the phone blinds and takes off as RFC 9474 prints it (A.1, RSABSSA-SHA384-PSS-Randomized)', () => {
  const jwk = { kty: 'RSA', n: Buffer.from(vector.n, 'hex').toString('base64url'), e: 'AQAB' }
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'der' }).toString('base64')
  const factor = bigInt(vector.inv, 16).modInv(bigInt(vector.n, 16))
  const prepared = Buffer.from(vector.msg_prefix + vector.msg, 'hex')
  const blinded = blindWith(publicKey, prepared, Buffer.from(vector.salt, 'hex'), factor)
  expect(blinded.blinded).toBe(base64(vector.blinded_msg))
  expect(blinded.inverse).toBe(base64(vector.inv))
  expect(finalize(blinded, base64(vector.blind_sig))).toBe(base64(vector.sig))
  expect(isSigned(publicKey, blinded.serial, base64(vector.sig))).toBe(true)
})

test('what the phone blinds and the cloud signs, Node and another implementation take for the key’s own; anything changed is not', async () => {
  const keys = await makeKeys()
  const blinded = blind(keys.publicKey, randomBytes(CHANCE))
  const signed = signBlinded(keys, blinded.blinded)
  const signature = finalize(blinded, signed ?? '')
  expect(isSigned(keys.publicKey, blinded.serial, signature ?? '')).toBe(true)
  const key = await webcrypto.subtle.importKey('spki', Buffer.from(keys.publicKey, 'base64'), { name: 'RSA-PSS', hash: 'SHA-384' }, true, [
    'verify',
  ])
  const suite = RSABSSA.SHA384.PSS.Randomized()
  expect(await suite.verify(key, Buffer.from(signature ?? '', 'base64'), Buffer.from(blinded.serial, 'base64'))).toBe(true)
  // A key made for one person signs what another key's owner cannot use.
  const other = await makeKeys()
  expect(finalize(blinded, signBlinded(other, blinded.blinded) ?? toBase64(new Uint8Array(256)))).toBeNull()
  expect(signBlinded(keys, Buffer.alloc(256, 255).toString('base64'))).toBeNull()
})

test('the other implementation’s client gets its ticket from our cloud, and its server signs for our phone', async () => {
  const keys = await makeKeys()
  const suite = RSABSSA.SHA384.PSS.Randomized()
  const key = await webcrypto.subtle.importKey('spki', Buffer.from(keys.publicKey, 'base64'), { name: 'RSA-PSS', hash: 'SHA-384' }, true, [
    'verify',
  ])
  const prepared = suite.prepare(randomBytes(32))
  const { blindedMsg, inv } = await suite.blind(key, prepared)
  const signed = signBlinded(keys, Buffer.from(blindedMsg).toString('base64'))
  const signature = await suite.finalize(key, prepared, Buffer.from(signed ?? '', 'base64'), inv)
  expect(isSigned(keys.publicKey, Buffer.from(prepared).toString('base64'), Buffer.from(signature).toString('base64'))).toBe(true)

  const secret = await webcrypto.subtle.importKey(
    'pkcs8',
    Buffer.from(keys.privateKey, 'base64'),
    { name: 'RSA-PSS', hash: 'SHA-384' },
    true,
    ['sign'],
  )
  const blinded = blind(keys.publicKey, randomBytes(CHANCE))
  const theirs = await suite.blindSign(secret, Buffer.from(blinded.blinded, 'base64'))
  expect(finalize(blinded, Buffer.from(theirs).toString('base64'))).not.toBeNull()
})

test('bytes come back as they went, in base64, in hexadecimal, as letters', () => {
  fc.assert(
    fc.property(fc.uint8Array(), bytes => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(fromBase64(toBase64(bytes))).toEqual(bytes)
      expect(fromHex(toHex(bytes), bytes.length)).toEqual(bytes)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(Buffer.from(toUtf8(text)).toString()).toBe(text)
      expect(fromUtf8(toUtf8(text))).toBe(text)
    }),
  )
})
