import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import fc from 'fast-check'
import { compareKeys } from '../../cloudfunctions/wx/key-order'
import { firstUse } from '../../config/cloud/first-use'
import { plainAddress, signedName, sortedNames } from '../../config/cloud/signing'
import { root } from '../../config/fresh'
import { answerOf, builtCloud } from './support/built'

interface Address {
  host: string | null
  pathname: string | null
  query: string | null
}
/** Node's reader of addresses as the SDK uses it. */
const { parse } = createRequire(__filename)('node:url') as { parse(this: void, address: string): Address }
const pick = ({ host, pathname, query }: Address): Address => ({ host, pathname, query })

/** The SDK's signing as it is installed, and as it is built. */
interface Signing {
  sign(this: void, options: object): { authorization: string; timestamp: number; multipart: boolean }
}
const installed = createRequire(join(root, 'node_modules/@cloudbase/node-sdk/package.json'))('@cloudbase/signature-nodejs') as Signing
const builtSigning = async (): Promise<Signing> => {
  const folder = await mkdtemp(join(tmpdir(), 'signing-'))
  const file = join(folder, 'index.js')
  await build({
    ...{
      stdin: { contents: "module.exports = require('@cloudbase/signature-nodejs')", resolveDir: join(root, 'node_modules/@cloudbase') },
    },
    ...{ bundle: true, platform: 'node', format: 'cjs', outfile: file, plugins: [firstUse(root)] },
  })
  const signing = createRequire(file)(file) as Signing
  await rm(folder, { recursive: true })
  return signing
}

test('requests are signed over their keys in the same order as by the SDK itself', () => {
  const key = fc.stringMatching(/^[_a-z0-9-]{0,12}$/)
  fc.assert(
    fc.property(fc.oneof(key, fc.string()), fc.oneof(key, fc.string()), (left, right) => {
      expect(Math.sign(compareKeys(left, right))).toBe(Math.sign(left.localeCompare(right)))
    }),
    { numRuns: 5000 },
  )
})

test('names that were signed before are signed alike again', () => {
  const name = fc.oneof(fc.constantFrom('a', 'b', 'a\nb', 'b\nc', 'c'), fc.string({ maxLength: 4 }))
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 6 }), names => {
      const fields = Object.fromEntries(names.map(one => [one, 1]))
      const sorted = Object.keys(fields).sort((left, right) => left.localeCompare(right))
      for (let time = 0; time < 2; time++) expect(sortedNames(fields)).toEqual(sorted)
      for (const one of [...names, ...names]) expect(signedName(one, encodeURIComponent)).toBe(encodeURIComponent(one.toLowerCase().trim()))
    }),
  )
})

test('whatever is asked is signed as by the SDK itself', async () => {
  const built = await builtSigning()
  // Names that every object has are not cloned by the SDK's signing, and no question has them.
  const name = fc.oneof(
    fc.constantFrom('action', 'query', 'Data', ' envName', "it's", 'a\nb', '数'),
    fc.string({ minLength: 1 }).filter(one => !(one in {})),
  )
  const inner = fc.dictionary(fc.stringMatching(/^[a-z$_.]{0,6}$/), fc.oneof(fc.string(), fc.integer()))
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(undefined),
    inner,
    fc.uint8Array().map(bytes => Buffer.from(bytes)),
  )
  const address = fc.constantFrom(
    'http://a.b:80/admin?env=e&seqId=1_2',
    'https://tcb-api.example.com/admin',
    'http://127.0.0.1:1/a b?ü=1#x',
  )
  const asked = fc.record({
    ...{ url: address, params: fc.dictionary(name, value), timestamp: fc.integer({ min: 1, max: 2 ** 31 }) },
    ...{ method: fc.constantFrom('post', 'get'), type: fc.constantFrom('application/json', 'multipart/form-data; boundary=x') },
  })
  fc.assert(
    fc.property(asked, ({ type, ...rest }) => {
      const headers = { Host: parse(rest.url).host, 'content-type': type, 'X-TCB-Source': 'wx_client,scf' }
      const options = { secretId: 'id', secretKey: 'key', withSignedParams: true, ...rest, headers }
      expect(built.sign(options)).toEqual(installed.sign(options))
    }),
    { numRuns: 500 },
  )
})

test('an address is read without a parser where each of its letters means itself', () => {
  const part = fc.stringMatching(/^[\w=&.:/?#@%-]{0,12}$/)
  const address = fc.oneof(
    fc.webUrl({ withQueryParameters: true }),
    fc.tuple(fc.constantFrom('http://', 'https://', 'ftp://'), part, part, part).map(parts => parts.join('')),
  )
  const read = plainAddress('http://127.0.0.1:8080/admin/token?env=local-env&seqId=18f_2a')
  expect(read).toEqual({ host: '127.0.0.1:8080', pathname: '/admin/token', query: 'env=local-env&seqId=18f_2a' })
  fc.assert(
    fc.property(address, one => {
      const plain = plainAddress(one)
      if (plain !== undefined) expect(plain).toEqual(pick(parse(one)))
    }),
    { numRuns: 3000 },
  )
})

test('requests are signed as by the SDK itself', async () => {
  const asked: { url: string; headers: Record<string, string>; params: unknown }[] = []
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        asked.push({
          url: req.url ?? '',
          headers: req.headers as Record<string, string>,
          params: JSON.parse(Buffer.concat(chunks).toString()) as unknown,
        })
        res.setHeader('content-type', 'application/json').end(JSON.stringify({ requestId: 'r', data: { list: [], total: 0 } }))
      })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const at = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  const secret = { secretId: 'id', secretKey: 'key' }
  const given = {
    ...{
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: 'id',
      TENCENTCLOUD_SECRETKEY: 'key',
      SCF_NAMESPACE: 'env',
    },
    ...{
      TCB_ENV: 'env',
      TCB_SOURCE: 'wx_client',
      TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${at}/admin` }),
    },
    ...{ WX_OPENID: 'someone', WX_APPID: 'wx', WX_API_TOKEN: 'token', WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_API_TOKEN' },
  }
  await answerOf(join(await builtCloud(), 'api'), given)
  server.close()
  expect(asked.length).toBeGreaterThan(1)
  for (const { url, headers, params } of asked) {
    const { authorization = '', 'x-timestamp': timestamp } = headers
    const names = /SignedHeaders=([^,]+),/.exec(authorization)?.[1]?.split(';') ?? []
    const signed = Object.fromEntries(names.map(name => [name, headers[name] ?? '']))
    const wanted = installed.sign({
      ...secret,
      method: 'post',
      url: at + url,
      params,
      headers: signed,
      withSignedParams: true,
      timestamp: Number(timestamp),
    })
    expect(authorization).toBe(wanted.authorization)
    // What the platform says of this call, which is read where it is asked for.
    expect(params).toMatchObject({ envName: 'env', wxCloudApiToken: 'token' })
    expect(headers['x-tcb-source']).toBe('wx_client,scf')
  }
})
