import { userInfo } from 'node:os'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { Fault } from '../delivery/cloud/fault'
import { reach } from '../delivery/database'
import { erase } from '../delivery/erase'
import { addressOf } from '../delivery/target'
import { runCommand } from '../delivery/terminal'
import { localEnvironment } from './local-environment'

const usage = `npm run erase -- --env 环境ID [选项]    清除环境里所有人的资料（先要有确认过的全部资料导出）
  --config 文件    配置文件，不写就是 changqing.config.json
  --endpoint 网址  本机的云（--env local 时不要配置和密钥）`

/** Has the technician write the environment's id: a yes is said too easily. */
const writes = async (words: string, question: string): Promise<boolean> => {
  if (!process.stdin.isTTY) throw new Fault('这里没有人能回答。', '清除资料要有人在电脑前确认，不能自动做。')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return (await terminal.question(question)).trim() === words
  } finally {
    terminal.close()
  }
}

/** `npm run erase`: erases everything an environment holds of people, after a confirmed export of all of it. */
runCommand(async () => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { env: text, endpoint: text, config: { ...text, default: 'changqing.config.json' } } })
  const { env } = values
  if (env === undefined) throw new Fault('没有说清除哪个环境。', usage)
  const { address } = await addressOf({ ...values, env }, process.env, localEnvironment)
  const outcome = await erase(reach(address), {
    by: userInfo().username,
    say: line => console.log(line),
    agree: (rows, exported) =>
      writes(
        env,
        `环境 ${env} 里的 ${String(rows)} 条记录和全部文件要永远清除（“${exported}”的全部资料已经导出并确认）。云环境里的夜间备份也一起清除。\n确定的话，请把环境ID再写一遍：`,
      ),
  })
  console.log(outcome === 'erased' ? '清除完成。要重新使用，运行 npm run deploy -- --env 环境ID --setup-code。' : '没有动。')
  return outcome === 'erased'
})
