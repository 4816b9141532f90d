import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { api, failure, success, type Api } from './answers'
import { judge } from './risk'

/** Longest picture that is checked at once, and longest file that is checked later, in bytes. */
const LONGEST_IMAGE_BYTES = 1024 * 1024
const LONGEST_MEDIA_BYTES = 10 * 1024 * 1024
const DOWNLOAD_FAILED = -1008

const imageSchema = z.object({ media: z.instanceof(Uint8Array) })
const mediaSchema = z.object({
  media_url: z.url({ protocol: /^https?$/ }),
  media_type: z.union([z.literal(1), z.literal(2)]),
  version: z.literal(2),
  scene: z.number().int().min(1).max(4),
  openid: z.string().min(1),
})

/** An event of WeChat's message push, as the function that is told of it gets it. */
export type Pushed = Record<string, unknown> & { Event: string; FromUserName: string }

interface Parts {
  now: () => number
  appId: string
  isPresent: (openid: string) => boolean
  /** Tells the functions that asked for this event; never rejects. */
  push: (event: Pushed) => Promise<void>
}

export interface MediaChecks {
  apis: Record<string, Api>
  /** Resolves once every check that was begun has been told. */
  settled: () => Promise<void>
}

/** `security.imgSecCheck`, and `security.mediaCheckAsync` whose verdict is pushed as the event `wxa_media_check`. */
export function createMediaChecks({ now, appId, isPresent, push }: Parts): MediaChecks {
  const underWay = new Set<Promise<void>>()

  const imgSecCheck = api(imageSchema, ({ media }) => {
    if (media.length > LONGEST_IMAGE_BYTES) return failure(40006, 'invalid media size')
    return judge(media).suggest === 'pass' ? success() : failure(87014, 'risky content')
  })

  const mediaCheckAsync = api(mediaSchema, ({ media_url, openid }) => {
    if (!isPresent(openid)) return failure(61010, 'code is expired')
    const trace_id = `local-${randomUUID()}`
    const check = verdictOn(media_url).then(verdict =>
      push({
        ToUserName: 'gh_local',
        FromUserName: openid,
        CreateTime: Math.floor(now() / 1000),
        MsgType: 'event',
        Event: 'wxa_media_check',
        appid: appId,
        trace_id,
        version: 2,
        ...verdict,
      }),
    )
    underWay.add(check)
    void check.finally(() => underWay.delete(check))
    return success({ trace_id })
  })

  return {
    apis: { 'security.imgSecCheck': imgSecCheck, 'security.mediaCheckAsync': mediaCheckAsync },
    async settled() {
      await Promise.all(underWay)
    },
  }
}

const strategy = 'content_model'

/** Result and detail of a check, as they are pushed. */
async function verdictOn(url: string): Promise<Record<string, unknown>> {
  const content = await download(url)
  if (content === undefined)
    return { errcode: DOWNLOAD_FAILED, errmsg: 'download failed', detail: [{ strategy, errcode: DOWNLOAD_FAILED }] }
  const { suggest, label } = judge(content)
  return { errcode: 0, errmsg: 'ok', result: { suggest, label }, detail: [{ strategy, errcode: 0, suggest, label, prob: 90 }] }
}

/** The file at the address; undefined when it cannot be had or is longer than what is checked. */
async function download(url: string): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(url)
    const length = Number(response.headers.get('content-length') ?? 0)
    if (!response.ok || length > LONGEST_MEDIA_BYTES) {
      await response.body?.cancel()
      return undefined
    }
    const content = new Uint8Array(await response.arrayBuffer())
    return content.length > LONGEST_MEDIA_BYTES ? undefined : content
  } catch {
    // Whatever the reason, the verdict says that there was nothing to look at.
    return undefined
  }
}
