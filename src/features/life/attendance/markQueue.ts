import { useState } from 'react'
import { type AnyRefusal, type Asked, call, type Given, newId } from '../../../platform/call'
import { phoneNow } from '../../../platform/clock'
import { type Sent, useKeptQueue, waitingOf } from '../../../platform/keptQueue'
import { keep } from '../../../platform/storage'

export type Mark = Asked<'attendance.mark'>['marks'][number]
export type MarkResult = Given<'attendance.mark'>['results'][number]
/** What became of a mark that the cloud did not simply record. */
export type MarkReport = MarkResult & { mark: Mark }

/** The cloud takes so many marks at once. */
const BATCH = 500

const marksKey = (activityId: string) => `marks/${activityId}`
const reportsKey = (activityId: string) => `mark-reports/${activityId}`

/** Marks that met another door's or were refused, until the secretary has seen them. */
export const markReports = (activityId: string): MarkReport[] => waitingOf<MarkReport>(reportsKey(activityId))

/** Sends some of what waits, with the same nonces however often it is tried. */
const sendMarks =
  (activityId: string) =>
  async (waiting: readonly Mark[]): Promise<Sent<Mark>> => {
    const marks = waiting.slice(0, BATCH)
    // The phone's clock may be wrong: what it knows is how long ago it was.
    const answer = await call('attendance.mark', { activityId, marks, sentAt: phoneNow() })
    if (!answer.ok) return { refusal: answer }
    const { results } = answer.data
    const known = new Set(results.map(result => result.nonce))
    const reports = results.flatMap(result => {
      const mark = marks.find(one => one.nonce === result.nonce)
      return mark && (result.state === 'conflict' || result.state === 'rejected') ? [{ ...result, mark }] : []
    })
    if (reports.length > 0) keep(reportsKey(activityId), [...markReports(activityId), ...reports])
    return { done: marks.filter(mark => known.has(mark.nonce)) }
  }

export interface MarkQueue {
  pending: Mark[]
  reports: MarkReport[]
  sending: boolean
  /** Why the last sending failed; the marks are still on the phone. */
  refusal: AnyRefusal | undefined
  /** Writes the mark down and tries to send; false when the phone could not keep it. */
  mark: (mark: Pick<Mark, 'memberId' | 'state' | 'reason'>) => boolean
  replay: () => Promise<void>
  /** The secretary has seen the reports. */
  clearReports: () => void
}

/** The secretary's own queue for one activity: works with no network, sends when it is back. */
export const useMarkQueue = (activityId: string): MarkQueue => {
  const [, redraw] = useState(0)
  const { add, ...queue } = useKeptQueue<Mark>(marksKey(activityId), sendMarks(activityId))
  const clearReports = () => {
    keep(reportsKey(activityId), [])
    redraw(count => count + 1)
  }
  return { ...queue, reports: markReports(activityId), mark: one => add({ ...one, at: phoneNow(), nonce: newId() }), clearReports }
}
