import { useEffect, useRef } from 'react'
import { phoneNow } from '../../../../platform/clock'
import { useOnline } from '../../../../platform/network'
import { useQuery } from '../../../../platform/query'
import { type MarkQueue, useMarkQueue } from '../markQueue'
import { useRepeat } from '../../../../platform/visible'
import { countRows, doorRows, type Said } from './rows'

/** How often others' sign-ins are looked for. */
const LOOK_MS = 5_000
/** How long after a failed sending the marks are tried again by themselves. */
const RESEND_MS = 15_000

/** The sheet as it fills, with this phone's marks on top, sent whenever there is a network. */
export const useDoor = (activityId: string, visible: boolean) => {
  const sheet = useQuery('attendance.sheet', { activityId })
  const queue = useMarkQueue(activityId)
  const online = useOnline()
  const { reload } = sheet
  useRepeat(reload, LOOK_MS, visible && online)
  useRepeat(queue.replay, RESEND_MS, visible && online && queue.pending.length > 0)

  // Marks that left the queue stay on the screen until a sheet that knows them has come.
  const sent = useRef(new Map<string, Said>())
  const mark: MarkQueue['mark'] = one => {
    sent.current.set(one.memberId, { state: one.state, at: phoneNow() })
    return queue.mark(one)
  }
  // One that was refused, or contradicted another door, is no longer true.
  for (const { mark: refused } of queue.reports) {
    const said = sent.current.get(refused.memberId)
    if (said && said.at <= refused.at) sent.current.delete(refused.memberId)
  }
  const wasSending = useRef(false)
  useEffect(() => {
    if (wasSending.current && !queue.sending) void reload()
    wasSending.current = queue.sending
  }, [queue.sending, reload])

  const rows = doorRows(sheet.data?.items ?? [], queue.pending, sent.current)
  return { sheet, queue, mark, rows, count: countRows(rows) }
}

export type DoorState = ReturnType<typeof useDoor>
