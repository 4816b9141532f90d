import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockFolder } from '../../localcloud/lock'

const folder = mkdtempSync(join(tmpdir(), 'lock-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const onLinux = process.platform === 'linux' ? test : test.skip

onLinux('a cloud that was killed leaves the folder at once, even while its parent has not taken notice', async () => {
  // The shell starts a child that lives until its input ends, and becomes a program that never waits for it.
  const parent = spawn('sh', ['-c', 'exec 3<&0; cat <&3 & echo $!; exec sleep 60'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const until = async (happened: () => boolean) => {
    while (!happened()) await new Promise(resolve => setImmediate(resolve))
  }
  try {
    const [printed] = (await once(parent.stdout, 'data')) as [Buffer]
    const pid = Number(printed.toString('utf8'))
    const told = (process: number | undefined, file: string) => readFileSync(`/proc/${String(process)}/${file}`, 'utf8')
    await until(() => told(parent.pid, 'comm').trim() === 'sleep')
    parent.stdin.end()
    await until(() => told(pid, 'stat').includes(') Z '))
    writeFileSync(join(folder, 'cloud.lock'), String(pid))
    const unlock = lockFolder(folder)
    expect(readFileSync(join(folder, 'cloud.lock'), 'utf8')).toMatch(new RegExp(`^${String(process.pid)} `))
    unlock()
  } finally {
    parent.kill()
  }
})
