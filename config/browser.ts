import { existsSync } from 'node:fs'
import { run } from './run'

/** Chromium without windows: a page in it costs a third of the work, since no toolbar is drawn for it. Debian has it beside the whole one. */
const SHELL = 'chromium-headless-shell'
const places = [
  process.env['CHROMIUM'],
  `/usr/bin/${SHELL}`,
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

const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** Without a network the attempt ends soon. */
const BRIEFLY = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=15']

/** Installs packages of Debian; answers what went wrong, undefined where nothing did. */
const install = async (packages: readonly string[]): Promise<string | undefined> => {
  console.log(`Installing ${packages.join(', ')} from Debian …`)
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get update', 'apt-get', ['update', '-q', ...BRIEFLY], quiet)
  const installed = await run('apt-get install', 'apt-get', ['install', '-qy', '--no-install-recommends', ...BRIEFLY, ...packages], quiet)
  return installed.ok ? undefined : `${update.ok ? '' : update.output}${installed.output}`
}

/**
 * Makes sure that stories can be played in Chromium with Chinese letters: installs both from Debian where they are missing and this is
 * root. For `many` stories the browser without windows is worth its installation beside another one; where Debian does not have it, the other will do.
 * @throws Error that says what to install, where it cannot be done here
 */
export const ensureBrowser = async ({ many = false } = {}): Promise<void> => {
  const [path, hasFont] = [browserPath(), await hasChineseFont()]
  const fonts = hasFont ? [] : ['fonts-wqy-zenhei', 'fontconfig']
  const wantsShell = path === undefined || (many && process.env['CHROMIUM'] === undefined && !path.endsWith(SHELL))
  if (!wantsShell && fonts.length === 0) return
  if (!mayInstall() && path !== undefined && hasFont) return
  const needed = [...(path === undefined ? ['chromium'] : []), ...fonts]
  const say = `The tests need Chromium and a Chinese font. Install them: apt-get install ${needed.join(' ')} (or set CHROMIUM to a browser of your own).`
  if (!mayInstall()) throw new Error(say)
  if (wantsShell && (await install([SHELL, ...fonts])) === undefined) return
  if (needed.length === 0) return
  const fault = await install(needed)
  if (fault !== undefined) throw new Error(`${say}\n${fault}`)
}
