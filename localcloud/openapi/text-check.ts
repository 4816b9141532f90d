import * as z from 'zod'
import { api, failure, success, type Api } from './answers'
import { judge } from './risk'

const schema = z.object({
  content: z.string().min(1),
  version: z.literal(2),
  scene: z.number().int().min(1).max(4),
  openid: z.string().min(1),
})

/** Longest text of one check, in characters. */
const LONGEST_TEXT = 2500

/** `security.msgSecCheck`, version 2. */
export function textCheckApis(now: () => number, isPresent: (openid: string) => boolean): Record<string, Api> {
  const msgSecCheck = api(schema, ({ content, openid }) => {
    if (Array.from(content).length > LONGEST_TEXT) return failure(45002, 'content size out of limit')
    if (!isPresent(openid)) return failure(61010, 'code is expired')
    const { suggest, label, word } = judge(content)
    const detail = { strategy: 'keyword', errcode: 0, suggest, label, ...(word === undefined ? {} : { keyword: word, level: 90 }) }
    return success({ result: { suggest, label }, detail: [detail], trace_id: `local-${now()}` })
  })
  return { 'security.msgSecCheck': msgSecCheck }
}
