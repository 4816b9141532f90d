import { useEffect, useRef } from 'react'
import { useOnline } from '../../platform/network'
import { useQuery } from '../../platform/query'
import { type Mark, useMarkQueue } from '../../platform/queue'
import { useRepeat } from '../../platform/visible'
import { countRows, doorRows } from './rows'

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
  const sent = useRef(new Map<string, Mark>())
  for (const mark of queue.pending) sent.current.set(mark.memberId, mark)
  for (const { nonce, mark } of queue.reports) if (sent.current.get(mark.memberId)?.nonce === nonce) sent.current.delete(mark.memberId)
  const wasSending = useRef(false)
  useEffect(() => {
    if (wasSending.current && !queue.sending) void reload()
    wasSending.current = queue.sending
  }, [queue.sending, reload])

  const rows = doorRows(sheet.data?.items ?? [], queue.pending, sent.current)
  return { sheet, queue, rows, count: countRows(rows) }
}

export type DoorState = ReturnType<typeof useDoor>
