import { useCallback, useEffect, useRef, useState } from 'react'
import { type AnyRefusal, call } from '../../../../platform/call'
import { phoneNow, setClock } from '../../../../platform/clock'
import { useOnline } from '../../../../platform/network'
import { isSilent } from '../../../../platform/silence'
import { keep, recall } from '../../../../platform/storage'
import { useRepeat } from '../../../../platform/visible'
import { codeAt, type Fetched, lastsFor, readKept, withFresh } from './codes'

/** Codes are fetched again long before the last is used up; the odd number lets each answer fall elsewhere in its slot. */
const REFRESH_MS = 97_000
const RETRY_MS = 8_000

export interface Codes {
  /** The code to draw now; none while none is known. */
  code: string | undefined
  /** For how many ms the phone can go on without a network. */
  lasts: number
  /** There is no network, as far as the phone knows. */
  offline: boolean
  /** Why the last fetching failed. */
  refusal: AnyRefusal | undefined
  fetchNow: () => Promise<void>
}

/** The code of the door, changing by itself; kept on the phone, so that a lost network or a restart does not close the door. */
export const useCodes = (activityId: string, visible: boolean): Codes => {
  const place = `codes/${activityId}`
  const fetched = useRef<Fetched | undefined>(undefined)
  fetched.current ??= readKept(recall(place))
  const [refusal, setRefusal] = useState<AnyRefusal | undefined>()
  const [, redraw] = useState(0)
  const online = useOnline()

  const fetchNow = useCallback(async () => {
    await setClock()
    const askedAt = phoneNow()
    const answer = await call('attendance.codes', { activityId })
    setRefusal(answer.ok ? undefined : answer)
    if (!answer.ok) return
    fetched.current = withFresh(fetched.current, answer.data.codes, askedAt, phoneNow())
    keep(place, answer.data.codes)
    redraw(count => count + 1)
  }, [activityId, place])

  useEffect(() => {
    if (visible && online) void fetchNow()
  }, [visible, online, fetchNow])
  useRepeat(fetchNow, refusal === undefined ? REFRESH_MS : RETRY_MS, visible)

  const current = fetched.current && codeAt(fetched.current, phoneNow())
  const nextIn = current?.nextIn
  useEffect(() => {
    if (!visible || nextIn === undefined) return undefined
    const timer = setTimeout(() => redraw(count => count + 1), nextIn)
    return () => clearTimeout(timer)
  })
  const offline = !online || isSilent(refusal?.code)
  return { code: current?.code, offline, lasts: fetched.current ? lastsFor(fetched.current, phoneNow()) : 0, refusal, fetchNow }
}
