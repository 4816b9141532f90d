import cloudbase from '@cloudbase/node-sdk'
import { SDK, startTestCloud, type TestCloud } from './support/cloud'
import { pointSdkAt } from './support/database'

const files = `
const cloud = require(${SDK})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async ({ upload, bytes, urls, remove, download }) => {
  try {
    if (upload) return await cloud.uploadFile({ cloudPath: upload, fileContent: Buffer.alloc(bytes ?? 3, 'x') })
    if (urls) return (await cloud.getTempFileURL({ fileList: urls })).fileList
    if (download) return (await cloud.downloadFile({ fileID: download })).fileContent.toString()
    return (await cloud.deleteFile({ fileList: remove })).fileList
  } catch (error) {
    return { errCode: error.errCode, code: error.code, message: String(error.message || error.errMsg) }
  }
}`

/** Rule: localcloud/WIRE.md, Files. */
describe('the storage on the wire', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({ functions: { files } })
  })
  afterAll(() => cloud.close())
  const run = async (event: unknown) => (await cloud.call('files', event)).body
  const store = async (path: string) => ((await run({ upload: path })) as { fileID: string }).fileID
  const metadata = async (path: string) => {
    const body = JSON.stringify({ action: 'storage.getUploadMetadata', path, method: 'put' })
    const response = await fetch(`${cloud.url}/admin`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    return ((await response.json()) as { data: Record<'url' | 'token' | 'authorization' | 'fileId' | 'cosFileId', string> }).data
  }
  const put = async (url: string, authorization: string, body: string) => {
    const response = await fetch(url, { method: 'PUT', headers: { authorization }, body })
    return response.text()
  }

  test('a file tells who may read it, which is everybody', async () => {
    const there = await store('read/me.txt')
    const gone = there.replace('me.txt', 'gone.txt')
    const fileList = [there, gone].map(path => ({ path, type: 'READ' }))
    const ask = async (list: unknown) => {
      const body = JSON.stringify({ action: 'storage.getFileAuthority', openId: 'member-1', fileList: list })
      return (await (await fetch(`${cloud.url}/admin`, { method: 'POST', body })).json()) as Record<string, unknown>
    }
    const { cosFileId } = await metadata('read/me.txt')
    expect(await ask(fileList)).toMatchObject({ data: [{ path: there, cosFileId, read: true }, { path: gone, read: false }] }) // prettier-ignore
    expect(await ask([{ path: there, type: 'OWN' }])).toMatchObject({ code: 'INVALID_PARAM' })
  })

  test('an upload has no status of its own, and its id names environment, bucket and path', async () => {
    expect(await run({ upload: 'a/b.txt' })).toEqual({
      statusCode: -1,
      errMsg: 'uploadFile:ok',
      fileID: expect.stringMatching(/^cloud:\/\/local-env\.[\w-]+\/a\/b\.txt$/) as unknown,
    })
  })

  test('an upload address is five texts, and works once, for the client it was given to', async () => {
    const { url, token, authorization, fileId, cosFileId } = await metadata('once.txt')
    for (const text of [url, token, authorization, fileId, cosFileId]) expect(text).toMatch(/./)
    const refusal = /^<Error><Code>\w+<\/Code><Message>.+<\/Message><RequestId>.+<\/RequestId><TraceId>.+<\/TraceId><\/Error>$/
    expect(await put(url, 'guessed', 'x')).toMatch(refusal)
    expect(await put(url, authorization, 'x')).toBe('')
    expect(await put(url, authorization, 'y')).toMatch(refusal)
    expect(await run({ download: fileId })).toBe('x')
  })

  test('a file that is too long is refused in XML, which reaches the function as an error', async () => {
    expect(await run({ upload: 'long.bin', bytes: 50 * 1024 * 1024 + 1 })).toMatchObject({
      code: expect.any(String) as unknown,
      message: expect.stringContaining('52428800') as unknown,
    })
  })

  test('addresses last as long as was asked, and a missing file is told beside the others', async () => {
    const here = await store('here.txt')
    const gone = here.replace('here', 'gone')
    expect(await run({ urls: [{ fileID: here, maxAge: 60 }, gone] })).toMatchObject([
      { fileID: here, status: 0, maxAge: 60, tempFileURL: expect.stringContaining('/files/here.txt?sign=') as unknown },
      { fileID: gone, status: -503003, tempFileURL: '' },
    ])
    const [{ tempFileURL }] = (await run({ urls: [{ fileID: here, maxAge: 60 }] })) as [{ tempFileURL: string }]
    expect((await fetch(tempFileURL)).status).toBe(200)
    await cloud.post('/clock', { advance: 61_000 })
    expect((await fetch(tempFileURL)).status).toBe(403)
  })

  test.each([
    ['a#b.txt', false],
    ['a?b.txt', false],
    ['a%41b.txt', true],
  ])('an address is not encoded: a path like %s does not open by it, though the SDK may mend it (%p)', async (path, mended) => {
    const fileID = await store(path)
    const [{ tempFileURL }] = (await run({ urls: [fileID] })) as [{ tempFileURL: string }]
    expect(tempFileURL).toContain(`/files/${path}?sign=`)
    expect((await fetch(tempFileURL)).status).toBe(403)
    expect((await run({ download: fileID })) === 'xxx').toBe(mended)
  })

  test('at most fifty files are named in one call', async () => {
    const ids = Array.from({ length: 51 }, (_, i) => `cloud://local-env.6c6f-local-env-1250000000/${i}.txt`)
    expect(await run({ urls: ids.slice(1) })).toHaveLength(50)
    expect(await run({ urls: ids })).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await run({ remove: ids.slice(1) })).toHaveLength(50)
    expect(await run({ remove: ids })).toMatchObject({ code: 'INVALID_PARAM' })
  })

  test('files are copied and moved by those who can ask for it', async () => {
    const original = await store('drafts/letter.txt')
    pointSdkAt(`${cloud.url}/admin`)
    const app = cloudbase.init({ env: 'local-env' })
    const from = 'drafts/letter.txt'
    const copy = async (more: { overwrite?: boolean; removeOriginal?: boolean; srcPath?: string } = {}) =>
      (await app.copyFile({ fileList: [{ srcPath: from, dstPath: 'sent/letter.txt', ...more }] })).fileList
    expect(await copy()).toEqual([{ fileId: original.replace('drafts', 'sent'), code: 'SUCCESS' }])
    expect(await copy({ overwrite: false })).toMatchObject([{ code: 'STORAGE_REQUEST_FAIL' }])
    expect(await copy({ srcPath: 'nowhere/letter.txt' })).toMatchObject([{ code: 'STORAGE_FILE_NONEXIST' }])
    expect(await run({ download: original })).toBe('xxx')
    expect(await copy({ removeOriginal: true })).toMatchObject([{ code: 'SUCCESS' }])
    expect(await run({ urls: [original] })).toMatchObject([{ status: -503003 }])
    expect(await run({ download: original.replace('drafts', 'sent') })).toBe('xxx')
  })
})
