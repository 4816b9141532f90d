import type { ActivityKind } from '../../../../core/life/activities/contract'
import { isOwed } from '../../../../core/life/activities/kinds'

/** How one speaks of taking part. */
export interface Words {
  /** What it is called: tabs, rows, facts. */
  name: string
  join: string
  joinFull: string
  joining: string
  joined: string
  chip: string
  /** Beside a name on the secretary's list. */
  listed: string
  some: (count: number) => string
  none: string
  leave: string
  /** How many were to come, and how many did. */
  expected: string
  came: string
}

/** Attendance is owed: one says 我参加 or asks for leave. */
const owed: Words = {
  name: '参加',
  join: '我参加',
  joinFull: '我参加',
  joining: '正在记下…',
  joined: '您参加，已记下 ✓',
  chip: '您参加',
  listed: '参加',
  some: count => `${String(count)} 人说参加`,
  none: '还没有人回话',
  leave: '请假',
  expected: '应到',
  came: '实到',
}

/** One signs up for it. */
export const freeWords: Words = {
  name: '报名',
  join: '我要报名',
  joinFull: '报名，排候补',
  joining: '正在报名…',
  joined: '您已报名 ✓',
  chip: '您已报名',
  listed: '已报名',
  some: count => `报名 ${String(count)} 人`,
  none: '还没有人报名',
  leave: '来不了，请假',
  expected: '报名',
  came: '到了',
}

/** The words of taking part in an activity. */
export const wordsOf = (activity: { kind: ActivityKind; capacity?: number | undefined }): Words => (isOwed(activity) ? owed : freeWords)
