import * as z from 'zod'
import { api, failure, success, type Api } from './answers'
import { judge } from './risk'

const content = z.string().min(1)
const secondSchema = z.object({ content, version: z.literal(2), scene: z.number().int().min(1).max(4), openid: z.string().min(1) })
/** WeChat does not develop it further, and many mini-programs still send it. */
const firstSchema = z.object({ content })

/** Longest text of one check, in characters. */
const LONGEST_TEXT = 2500

/** `security.msgSecCheck`, version 2 and the one before it, which says only whether the text passes. */
export function textCheckApis(now: () => number, isPresent: (openid: string) => boolean): Record<string, Api> {
  const isTooLong = (text: string) => Array.from(text).length > LONGEST_TEXT
  const first = api(firstSchema, ({ content: text }) => {
    if (isTooLong(text)) return failure(45002, 'content size out of limit')
    return judge(text).suggest === 'pass' ? success() : failure(87014, 'risky content')
  })
  const second = api(secondSchema, ({ content: text, openid }) => {
    if (isTooLong(text)) return failure(45002, 'content size out of limit')
    if (!isPresent(openid)) return failure(61010, 'code is expired')
    const { suggest, label, word } = judge(text)
    const detail = { strategy: 'keyword', errcode: 0, suggest, label, ...(word === undefined ? {} : { keyword: word, level: 90 }) }
    return success({ result: { suggest, label }, detail: [detail], trace_id: `local-${now()}` })
  })
  return { 'security.msgSecCheck': parameters => (parameters['version'] === undefined ? first : second)(parameters) }
}
