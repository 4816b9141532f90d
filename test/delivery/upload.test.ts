import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uploadMiniProgram } from '../../delivery/deploy/upload'
import { versionOf } from '../../delivery/deploy/version'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'upload-'))))
afterEach(() => rm(folder, { recursive: true }))

const given = () => ({
  ...{ appid: 'wx0123456789abcdef', keyFile: join(folder, 'private.key'), project: folder, version: '1.2.3', note: '说明' },
})

test('the mini-program is uploaded by the official tool, fetched for it, with version and note', async () => {
  await writeFile(given().keyFile, 'key')
  const runs: string[] = []
  await uploadMiniProgram(given(), (program, args) => Promise.resolve(void runs.push([program, ...args].join(' '))))
  expect(runs).toEqual([
    expect.stringMatching(
      /^npx --yes miniprogram-ci@2\.1\.42 upload --pp .* --pkp .*private\.key --appid wx0123456789abcdef --uv 1\.2\.3 --ud 说明/,
    ),
  ])
})

test('without the key file nothing is run, and it is told where it comes from', async () => {
  const never = () => Promise.reject(new Error('it was run'))
  await expect(uploadMiniProgram(given(), never)).rejects.toMatchObject({ remedy: expect.stringContaining('小程序代码上传') as string })
})

test('an address that WeChat does not know is told with what to do', async () => {
  await writeFile(given().keyFile, 'key')
  const refused = () => Promise.reject(new Error('Error: {"errCode":-10008,"errMsg":"invalid ip: 1.2.3.4, reference: https://…"}'))
  await expect(uploadMiniProgram(given(), refused)).rejects.toMatchObject({
    message: expect.stringContaining('IP 地址不在白名单') as string,
    remedy: expect.stringContaining('IP 白名单') as string,
  })
})

test('a folder without its history is of the version of its package', async () => {
  expect(await versionOf(folder, '0.1.0')).toEqual({ version: '0.1.0', note: '0.1.0' })
  expect((await versionOf(join(__dirname, '../..'), '0.1.0')).version).toMatch(/^v?\d/)
})
