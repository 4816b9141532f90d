import { useCallback, useEffect, useRef, useState } from 'react'
import { type AnyRefusal, type Asked, call, type Given, newId, refused } from '../../../platform/call'
import { phoneNow } from '../../../platform/clock'
import { useOnline } from '../../../platform/network'
import { keep, recall } from '../../../platform/storage'

export type Mark = Asked<'attendance.mark'>['marks'][number]
export type MarkResult = Given<'attendance.mark'>['results'][number]
/** What became of a mark that the cloud did not simply record. */
export type MarkReport = MarkResult & { mark: Mark }

/** The cloud takes so many marks at once. */
const BATCH = 500

const marksKey = (activityId: string) => `marks/${activityId}`
const reportsKey = (activityId: string) => `mark-reports/${activityId}`

const isList = <T>(value: unknown): value is T[] => Array.isArray(value)
const read = <T>(key: string): T[] => {
  const kept = recall(key)
  return isList<T>(kept) ? kept : []
}

/** Marks made on this phone that the cloud has not yet acknowledged, oldest first. They survive a restart of the phone. */
export const pendingMarks = (activityId: string): Mark[] => read<Mark>(marksKey(activityId))

/** Marks that met another door's or were refused, until the secretary has seen them. */
export const markReports = (activityId: string): MarkReport[] => read<MarkReport>(reportsKey(activityId))

/** Writes a mark down before anything is sent. False when the phone has no room, so that the screen can say so. */
export const addMark = (activityId: string, mark: Pick<Mark, 'memberId' | 'state' | 'reason'>): boolean =>
  keep(marksKey(activityId), [...pendingMarks(activityId), { ...mark, at: phoneNow(), nonce: newId() }])

const settle = (activityId: string, sent: readonly Mark[], results: readonly MarkResult[]) => {
  const known = new Set(results.map(result => result.nonce))
  const reports = results.flatMap(result => {
    const mark = sent.find(one => one.nonce === result.nonce)
    return mark && (result.state === 'conflict' || result.state === 'rejected') ? [{ ...result, mark }] : []
  })
  if (reports.length > 0) keep(reportsKey(activityId), [...markReports(activityId), ...reports])
  // Read again: marks may have been added while these were on their way.
  keep(
    marksKey(activityId),
    pendingMarks(activityId).filter(mark => !known.has(mark.nonce)),
  )
}

/** Sends what is waiting, with the same nonces however often it is tried. The refusal, if there was one; the marks are then kept. */
export const replayMarks = async (activityId: string): Promise<AnyRefusal | undefined> => {
  for (;;) {
    const marks = pendingMarks(activityId).slice(0, BATCH)
    if (marks.length === 0) return undefined
    // The phone's clock may be wrong: what it knows is how long ago it was.
    const answer = await call('attendance.mark', { activityId, marks, sentAt: phoneNow() })
    if (!answer.ok) return answer
    settle(activityId, marks, answer.data.results)
    // A cloud that acknowledges nothing must not be asked for ever.
    if (answer.data.results.length === 0) return refused('OFFLINE')
  }
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
  const [sending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<AnyRefusal | undefined>()
  const running = useRef(false)
  const online = useOnline()

  const replay = useCallback(async () => {
    if (running.current) return
    running.current = true
    setSending(true)
    setRefusal(await replayMarks(activityId))
    running.current = false
    setSending(false)
  }, [activityId])

  useEffect(() => {
    if (online && pendingMarks(activityId).length > 0) void replay()
  }, [online, activityId, replay])

  const mark = (one: Pick<Mark, 'memberId' | 'state' | 'reason'>) => {
    const kept = addMark(activityId, one)
    redraw(count => count + 1)
    void replay()
    return kept
  }
  const clearReports = () => {
    keep(reportsKey(activityId), [])
    redraw(count => count + 1)
  }
  return { pending: pendingMarks(activityId), reports: markReports(activityId), sending, refusal, mark, replay, clearReports }
}
