import * as z from 'zod'
import { api, failure, success, type Api } from './answers'

const schema = z.object({
  content: z.string().min(1),
  version: z.literal(2),
  scene: z.number().int().min(1).max(4),
  openid: z.string().min(1),
})

/** Longest text of one check, in characters. */
const LONGEST_TEXT = 2500
/** A person counts as present for so long after the last call from the phone, ms. */
const PRESENT_MS = 2 * 3600_000

/** Words by which a test can make a text risky, with WeChat's label for the kind of trouble. */
const RISKY_WORDS: Readonly<Record<string, number>> = { 法轮功: 20001, 裸聊: 20002, 赌博: 20006, 代开发票: 20006, 刷单: 20008 }
const LABEL_NORMAL = 100

/** `security.msgSecCheck`, version 2. `lastSeen`: cloud time (ms) of a person's last call. */
export function textCheckApis(now: () => number, lastSeen: (openid: string) => number | undefined): Record<string, Api> {
  const msgSecCheck = api(schema, ({ content, openid }) => {
    if (Array.from(content).length > LONGEST_TEXT) return failure(45002, 'content size out of limit')
    const seen = lastSeen(openid)
    if (seen === undefined || Math.abs(now() - seen) > PRESENT_MS) return failure(61010, 'code is expired')
    const found = Object.entries(RISKY_WORDS).find(([word]) => content.includes(word))
    const suggest = found === undefined ? 'pass' : 'risky'
    const label = found?.[1] ?? LABEL_NORMAL
    const detail = { strategy: 'keyword', errcode: 0, suggest, label, ...(found === undefined ? {} : { keyword: found[0], level: 90 }) }
    return success({ result: { suggest, label }, detail: [detail], trace_id: `local-${now()}` })
  })
  return { 'security.msgSecCheck': msgSecCheck }
}
