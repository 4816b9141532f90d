import type { Meeting } from '../../kernel/takeover'
import type { Post, PostFeedback, Service } from './documents'
import { movesOf } from './posts/moves'

/** On one shift under both records, the person holds one place: who waited may move up, and the timer tells them. */
export const postsMeet: Meeting<Post> = {
  tidy: (row, before, now) => {
    if (row.queue.length === before.queue.length) return row
    const fewer = row.shifts
      .map(one => one.shiftId)
      .filter(id => row.queue.filter(one => one.shiftId === id).length < before.queue.filter(one => one.shiftId === id).length)
    return { ...row, moves: [...(row.moves ?? []), ...movesOf(before, fewer, before.version)], cardDue: now }
  },
}

const weight: Readonly<Record<Service['state'], number>> = { served: 2, in: 1, 'no-show': 0, none: -1 }

/** One shift is credited once, with what says most. */
export const servicesMeet: Meeting<Service> = {
  join: (mine, other) =>
    weight[other.state] > weight[mine.state] || (other.state === mine.state && other.minutes > mine.minutes)
      ? { ...other, _id: mine._id }
      : mine,
}

/** What was said under both stands together. */
export const feedbackMeets: Meeting<PostFeedback> = {
  join: (mine, other) => ({
    ...mine,
    text: [...new Set([mine.text, other.text])].filter(one => one !== '').join('\n'),
    photoFileIds: [...new Set([...mine.photoFileIds, ...other.photoFileIds])],
  }),
}
