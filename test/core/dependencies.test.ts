import { execFile as execFileWith } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deployedPackages, faultsOf, readSnapshot, type Deployed } from '../../config/dependencies'
import { root } from '../../config/fresh'

const execFile = promisify(execFileWith)
const read = (file: string) => readFile(join(root, file), 'utf8')

test('what is deployed is known from what is bundled, and nothing is wrong with it', async () => {
  const snapshot = await readSnapshot()
  const deployed = await deployedPackages(snapshot)
  const places = new Map(deployed.map(one => [one.name, one.in]))
  expect(places.get('wx-server-sdk')).toEqual(['functions'])
  expect(places.get('@tarojs/runtime')).toEqual(['mini-program'])
  expect(places.get('chinese-days')).toEqual(['functions', 'mini-program'])
  expect(['esbuild', 'jest', 'lmdb', 'typescript', '@tarojs/cli'].filter(name => places.has(name))).toEqual([])
  expect(faultsOf(deployed, snapshot)).toEqual([])
})

test('a licence that is not allowed and an advisory that applies are faults', () => {
  const one: Deployed = { name: 'left', version: '1.4.2', licence: 'MIT', installScript: false, in: ['functions'], lastRelease: null }
  const advisory = { name: 'left', id: 'GHSA-x', range: '>=1.0.0 <1.5.0', severity: 'high', title: 'too far' }
  const none = { advisories: null }
  expect(faultsOf([one], none)).toEqual([])
  expect(faultsOf([{ ...one, licence: 'GPL-3.0' }], none)).toEqual(['left 1.4.2: the licence GPL-3.0'])
  expect(faultsOf([{ ...one, licence: null }], none)).toEqual(['left 1.4.2: the licence (none)'])
  expect(faultsOf([one], { advisories: [advisory] })).toEqual(['left 1.4.2: GHSA-x (high) too far'])
  expect(faultsOf([{ ...one, version: '1.5.0' }], { advisories: [advisory] })).toEqual([])
  expect(faultsOf([{ ...one, name: 'right' }], { advisories: [advisory] })).toEqual([])
})

test('no script of a package runs on installing, and the lock names no registry', async () => {
  expect((await read('.npmrc')).split('\n')).toContain('ignore-scripts=true')
  expect(await read('package-lock.json')).not.toMatch(/"resolved": "https?:/u)
  expect(await read('config/advisories.json')).not.toMatch(/https?:/u)
})

test('installing on a second machine leaves the lock as it is', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'lock-'))
  try {
    await Promise.all(['package.json', 'package-lock.json', '.npmrc'].map(file => copyFile(join(root, file), join(copy, file))))
    await execFile('npm', ['install', '--package-lock-only', '--offline'], { cwd: copy })
    expect(await readFile(join(copy, 'package-lock.json'), 'utf8')).toBe(await read('package-lock.json'))
  } finally {
    await rm(copy, { recursive: true })
  }
})
