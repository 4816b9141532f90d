import * as z from 'zod'
import { SETUP } from '../../cloudfunctions/features/people/setup/documents'
import type { Environment } from '../cloud/environment'
import { Fault } from '../cloud/fault'
import { makeSetupCode } from '../setup-code'

const Standing = z.object({ expiresAt: z.number(), doneAt: z.number().optional() })

/** When a code that was shown already ends, where there is one that is still good. */
const standingUntil = async ({ rows }: Environment, now: number): Promise<number | null> => {
  const [row] = await rows.find('setup', { _id: SETUP }, 1)
  if (row === undefined) return null
  const { expiresAt, doneAt } = Standing.parse(row)
  return doneAt === undefined && expiresAt > now ? expiresAt : null
}

const DAY_MS = 24 * 60 * 60_000

/**
 * Shows the code with which the first officer of an empty environment begins. One that was shown already stands, since it may have been
 * handed on: only a hash of it is kept, so that it is not shown twice.
 * @param replace make another in its place
 */
export const showFirstCode = async (environment: Environment, say: (line: string) => void, replace: boolean): Promise<void> => {
  const now = Date.now()
  if (replace && !(await environment.collections()).includes('setup'))
    throw new Fault('这个环境还没有部署过。', '先不加 --setup-code 运行一次，部署完会显示首次设置码。')
  const until = replace ? null : await standingUntil(environment, now)
  if (until !== null) {
    say(`首次设置码已经给过，还有 ${Math.ceil((until - now) / DAY_MS)} 天有效。找不到了，就加 --setup-code 重新生成一个（前一个作废）。`)
    return
  }
  const code = await makeSetupCode(environment.rows, now)
  if (code === null) {
    if (replace) say('这个环境已经有人了，不需要首次设置码。')
    return
  }
  say(`Setup code: ${code}`)
  say('这是首次设置码，30 天内有效，只能用一次，请交给单位的第一位负责同志：打开小程序，在“首次设置”里填上它。')
}
