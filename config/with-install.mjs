// The only script that runs before anything is installed, hence plain JavaScript without imports from packages. Usage: node
// config/with-install.mjs SCRIPT.ts [ARGUMENT …]: installs what package-lock.json asks for where that has not been done, then runs the
// script.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`)
  process.exit(1)
}

const changed = file => statSync(join(root, file)).mtimeMs
// npm writes this file last, so that an install that is cut off is done again.
const installed = 'node_modules/.package-lock.json'
if (!existsSync(join(root, installed)) || changed(installed) < Math.max(changed('package-lock.json'), changed('package.json'))) {
  console.log('Installing packages (about a minute and a half, once) …')
  const began = Date.now()
  // `npm ci` refuses a lock that was written on another platform; `npm install` accepts it, and `--no-save` leaves it as it is.
  const { status } = spawnSync('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
  console.log(`Installed packages in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
  // npm leaves the file as it was where nothing was missing; the next start must not ask again.
  utimesSync(join(root, installed), new Date(), new Date())
}

const child = spawn(process.execPath, ['--import', 'tsx', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
// Ctrl-C reaches the child by itself; this process stays until the child has finished.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('close', code => process.exit(code ?? 1))
