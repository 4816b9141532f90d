import { randomUUID } from 'node:crypto'

/** How long a CloudID can be exchanged, ms. */
const LIFE_MS = 5 * 60_000
const EXPIRED = -601006
const PREFIX = 'local-cloud-id-'

/** What a CloudID stands for: the open data with WeChat's watermark, or why it cannot be had. */
export type Exchanged = { cloudID: string; data: Record<string, unknown> } | { cloudID: string; errCode: number; errMsg: string }

/** Open data (the group's opengid, a phone number, steps, ...) that a phone names by a CloudID instead of sending it. */
export interface OpenData {
  /** What a phone gets for the data; good for five minutes. */
  issue: (data: Record<string, unknown>) => string
  exchange: (cloudID: string) => Exchanged
  /** The event with each CloudID among its own values (not deeper ones) exchanged, as the platform does before a function sees it. */
  fill: (event: Record<string, unknown>) => Record<string, unknown>
}

export function createOpenData(now: () => number, appId: string): OpenData {
  const issued = new Map<string, { data: Record<string, unknown>; at: number }>()

  const exchange = (cloudID: string): Exchanged => {
    const found = issued.get(cloudID)
    if (found === undefined) return { cloudID, errCode: EXPIRED, errMsg: 'cloudID invalid' }
    if (Math.abs(now() - found.at) > LIFE_MS) return { cloudID, errCode: EXPIRED, errMsg: 'cloudID expired' }
    return { cloudID, data: { ...found.data, watermark: { appid: appId, timestamp: Math.floor(found.at / 1000) } } }
  }

  return {
    exchange,
    issue(data) {
      const cloudID = `${PREFIX}${randomUUID()}`
      issued.set(cloudID, { data, at: now() })
      return cloudID
    },
    fill: event =>
      Object.fromEntries(
        Object.entries(event).map(([key, value]) => [key, typeof value === 'string' && value.startsWith(PREFIX) ? exchange(value) : value]),
      ),
  }
}
