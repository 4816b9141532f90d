import { readdirSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { SDK, startTestCloud, type TestCloud } from './support/cloud'

const files = `
const cloud = require(${SDK})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const failed = error => ({ failed: String(error.code ?? error.errCode), message: String(error.message || error.errMsg) })
exports.main = async ({ upload, download, urls, remove }) => {
  try {
    if (upload) return await cloud.uploadFile({ cloudPath: upload.path, fileContent: Buffer.from(upload.text) })
    if (download) return (await cloud.downloadFile({ fileID: download })).fileContent.toString()
    if (urls) return (await cloud.getTempFileURL({ fileList: urls })).fileList
    return (await cloud.deleteFile({ fileList: remove })).fileList
  } catch (error) {
    return failed(error)
  }
}`

describe('files in the storage', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({ functions: { files } })
  })
  afterAll(() => cloud.close())

  const run = async (event: unknown) => (await cloud.call('files', event)).body
  const store = async (path: string, content: string): Promise<string> => {
    const { fileID } = (await run({ upload: { path, text: content } })) as { fileID: string }
    return fileID
  }
  const urlOf = async (fileId: string) =>
    ((await run({ urls: [fileId] })) as { tempFileURL: string; status: number }[])[0]?.tempFileURL ?? ''
  const send = async (form: FormData) => {
    const response = await fetch(`${cloud.url}/upload`, { method: 'POST', body: form })
    return { status: response.status, body: (await response.json()) as { fileId: string } }
  }

  test('are stored and read back by a function, whatever their names', async () => {
    for (const path of ['a/b.txt', 'a', '支部/名单 2026.txt', 'a/b.txt/c']) {
      const fileId = await store(path, `text of ${path}`)
      expect(fileId).toMatch(/^cloud:\/\/local-env\.[^/]+\//)
      expect(fileId.endsWith(`/${path}`)).toBe(true)
      expect(await run({ download: fileId })).toBe(`text of ${path}`)
    }
  })

  test('are replaced by a file of the same path', async () => {
    const fileId = await store('same.txt', 'first')
    await store('same.txt', 'second')
    expect(await run({ download: fileId })).toBe('second')
  })

  test('are deleted once', async () => {
    const fileId = await store('short-lived.txt', 'x')
    expect(await run({ remove: [fileId] })).toEqual([{ fileID: fileId, status: 0, errMsg: 'ok' }])
    expect(await run({ remove: [fileId] })).toEqual([expect.objectContaining({ fileID: fileId, status: -503003 })])
    expect(await run({ urls: [fileId] })).toEqual([expect.objectContaining({ fileID: fileId, status: -503003, tempFileURL: '' })])
    expect(await run({ download: fileId })).toHaveProperty('failed')
  })

  test('open in a browser by a temporary address, until it expires', async () => {
    const fileId = await store('照片/一.png', 'picture')
    const url = await urlOf(fileId)
    const response = await fetch(url)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(await response.text()).toBe('picture')
    // Some projects end the address with a mark of their own, so that no phone shows an older picture.
    expect((await fetch(`${url}?rd=1`)).status).toBe(200)
    await cloud.post('/clock', { advance: 25 * 3600_000 })
    expect((await fetch(url)).status).toBe(403)
    expect((await fetch(await urlOf(fileId))).status).toBe(200)
  })

  test('are shown on a page of the desk by their path, as a phone shows them by their id', async () => {
    await store('照片/二.png', 'picture')
    const ask = (site: string) => fetchAs(`${cloud.url}/files/${encodeURI('照片/二.png')}`, site)
    expect(await ask('same-origin')).toEqual({ status: 200, text: 'picture' })
    expect(await ask('cross-site')).toMatchObject({ status: 403 })
  })

  test('do not open by an address made for another file', async () => {
    const url = new URL(await urlOf(await store('mine.txt', 'x')))
    await store('other.txt', 'y')
    expect((await fetch(`${cloud.url}/files/other.txt${url.search}`)).status).toBe(403)
    expect((await fetch(`${cloud.url}/files/mine.txt`)).status).toBe(403)
  })

  test.each(['../outside.txt', '/etc/passwd', 'a//b', 'a/../../b', 'a\\b', '', '.', 'x'.repeat(900), 'a\u0000b'])(
    'are refused under the path %j',
    async path => {
      expect(await run({ upload: { path, text: 'x' } })).toHaveProperty('failed')
      expect(readdirSync(cloud.folder).sort()).toEqual(['collections.json', 'data', 'functions', 'people.json'])
    },
  )

  test('cannot be named by ids that lead elsewhere', async () => {
    for (const fileId of [
      'cloud://other-env.bucket/a',
      '../../people.json',
      'cloud://local-env.6c6f-local-env-1250000000/../people.json',
    ]) {
      expect(await run({ urls: [fileId] })).toEqual([expect.objectContaining({ status: -503003 })])
      expect(await run({ remove: [fileId] })).toEqual([expect.objectContaining({ status: -503003 })])
    }
  })

  test('come from a phone as a form, with a path or without', async () => {
    const form = new FormData()
    form.set('file', new Blob(['from the phone']), '录音.mp3')
    const { status, body } = await send(form)
    expect(status).toBe(200)
    expect(body.fileId).toMatch(/\/upload\/[\w-]+\.mp3$/)
    expect(await run({ download: body.fileId })).toBe('from the phone')

    const named = new FormData()
    named.set('file', new Blob(['named']), 'x.txt')
    named.set('path', 'voice/one.txt')
    const second = await send(named)
    expect(second.body.fileId).toMatch(/\/voice\/one\.txt$/)
    expect(await run({ download: second.body.fileId })).toBe('named')
  })

  test('from a phone are refused without a file, with a bad path, or above 50 MB, and leave nothing behind', async () => {
    const kept = readdirSync(join(cloud.folder, 'data', 'files')).length
    const empty = new FormData()
    empty.set('path', 'x.txt')
    expect((await send(empty)).status).toBe(400)

    const outside = new FormData()
    outside.set('path', '../x.txt')
    outside.set('file', new Blob(['x']), 'x.txt')
    expect((await send(outside)).status).toBe(400)

    const long = new FormData()
    long.set('file', new Blob([new Uint8Array(50 * 1024 * 1024 + 1)]), 'long.bin')
    expect((await send(long)).status).toBe(413)

    expect((await fetch(`${cloud.url}/upload`, { method: 'POST', body: 'plain' })).status).toBe(400)
    expect(readdirSync(join(cloud.folder, 'data', 'files'))).toHaveLength(kept)
  })
})

/** As a browser asks for a picture of a page; `fetch` does not let that header be set. */
async function fetchAs(url: string, site: string): Promise<{ status: number | undefined; text: string }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    get(url, { headers: { 'sec-fetch-site': site } }, resolve).on('error', reject),
  )
  return { status: response.statusCode, text: await text(response) }
}
