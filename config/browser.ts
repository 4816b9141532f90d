import { existsSync } from 'node:fs'
import { run } from './run'

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Where Chromium is on this machine; CHROMIUM names another place. */
export const browserPath = (): string | undefined => places.find(place => place !== undefined && existsSync(place))

const hasChineseFont = async () =>
  process.platform !== 'linux' || (await run('fonts', 'fc-list', [':lang=zh', 'family'])).output.trim() !== ''

/**
 * Makes sure that stories can be played in Chromium with Chinese letters: installs both from Debian where they are missing and this is
 * root.
 * @throws Error that says what to install, where it cannot be done here
 */
export const ensureBrowser = async (): Promise<void> => {
  const missing = [...(browserPath() ? [] : ['chromium']), ...((await hasChineseFont()) ? [] : ['fonts-wqy-zenhei', 'fontconfig'])]
  if (missing.length === 0) return
  const say = `The tests need Chromium and a Chinese font. Install them: apt-get install ${missing.join(' ')} (or set CHROMIUM to a browser of your own).`
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(say)
  console.log(`Installing ${missing.join(', ')} from Debian …`)
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get update', 'apt-get', ['update', '-q'], quiet)
  const install = await run('apt-get install', 'apt-get', ['install', '-qy', '--no-install-recommends', ...missing], quiet)
  if (!install.ok) throw new Error(`${say}\n${update.ok ? '' : update.output}${install.output}`)
}
