import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { brokenOff, heardAt, startTrack, takeSpans, untold } from '../../../../core/life/courses/track'
import { call, type Given } from '../../../platform/call'
import { phoneNow } from '../../../platform/clock'

/** The cloud is told this often while it plays, ms. */
const EVERY_MS = 20_000

export interface Taking {
  /** Where it is, and how long it is, in seconds; 0 while the player has not said. */
  at: number
  length: number
  percent: number
  seen: boolean
  /** The player says where it is. */
  onTime: (at: number, length: number) => void
  /** It was stopped, or is over. */
  onStill: () => void
  /** It is moved by hand to that place. */
  onMoved: (at: number) => void
}

/** How far a person is with a recording: what is played is told to the cloud, again and again and when the page goes; what does not arrive is told with the next. */
export const useTaking = (course: Given<'course.get'>, forMemberId: { forMemberId?: string }): Taking => {
  const { courseId, seconds = 0 } = course
  const [standing, setStanding] = useState({ at: course.at, length: seconds, percent: course.percent, seen: course.seen })
  const track = useRef(startTrack(course.at, phoneNow()))
  const length = useRef(seconds)
  const told = useRef(phoneNow())
  const whose = useRef(forMemberId)
  whose.current = forMemberId

  const tell = useCallback(async () => {
    told.current = phoneNow()
    if (length.current === 0) return
    const { spans, rest } = takeSpans(track.current, length.current)
    track.current = rest
    if (spans.length === 0) return
    const at = Math.min(Math.floor(rest.at), length.current)
    const answer = await call('course.progress', { courseId, at, spans: spans.slice(-50), length: length.current, ...whose.current })
    if (answer.ok) setStanding(before => ({ ...before, ...answer.data }))
    else track.current = untold(track.current, spans)
  }, [courseId])

  const onTime = useCallback(
    (at: number, whole: number) => {
      if (length.current === 0 && Number.isFinite(whole) && whole > 0) length.current = Math.round(whole)
      track.current = heardAt(track.current, at, phoneNow())
      setStanding(before => (Math.floor(before.at) === Math.floor(at) ? before : { ...before, at, length: length.current }))
      if (phoneNow() - told.current >= EVERY_MS) void tell()
    },
    [tell],
  )
  const onStill = useCallback(() => {
    track.current = brokenOff(track.current, phoneNow())
    void tell()
  }, [tell])
  const onMoved = useCallback((at: number) => {
    track.current = brokenOff(track.current, phoneNow(), at)
    setStanding(before => ({ ...before, at }))
  }, [])

  useDidHide(() => void tell())
  useEffect(() => () => void tell(), [tell])
  return { ...standing, onTime, onStill, onMoved }
}
