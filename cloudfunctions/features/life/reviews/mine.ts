import type { reviews as contract } from '../../../../core/life/reviews/contract'
import { dateOf } from '../../../../core/shared/calendar'
import { invitedAt } from '../activities/invited'
import type { Handlers } from '../use-case'
import { committeeAt } from '../records/voters'
import { ReviewWords } from './documents'
import { mayRead } from './get'
import { reviewed, reviewOf } from './row'
import { shownRemedy, shownTalk, shownWord } from './shown'

/** As many names as a search gives. */
const FOUND = 10

export const mine: Handlers<Pick<typeof contract, 'review.mine' | 'review.find'>> = {
  async 'review.mine'(_input, context) {
    const { store, now, person, holds } = context
    const activity = reviewed(context)
    const activityId = activity._id
    const table = store.table(ReviewWords)
    const [committee, review, written, received, people] = await Promise.all([
      committeeAt(store, activity),
      reviewOf(store, activityId),
      table.findAll({ activityId, memberId: person._id }),
      table.findAll({ activityId, aboutId: person._id }),
      invitedAt(store, activity, now),
    ])
    const names = new Map(people.map(one => [one._id, one.name]))
    const one = (kind: 'self' | 'opinion') => {
      const word = written.find(each => each.kind === kind)
      return word ? shownWord(word) : null
    }
    const closed = review.closedAt !== undefined
    const grade = review.grades.find(given => given.memberId === person._id)?.grade
    return {
      ...{ kind: activity.kind, title: activity.title, startsAt: activity.startsAt, closed },
      balloting: review.phones?.state === 'open',
      reads: mayRead({ holds, subject: activity, person, committee }),
      ...{ self: one('self'), opinion: one('opinion') },
      given: written.filter(each => each.kind === 'mutual').map(shownWord),
      received: received.map(shownWord),
      talks: review.talks.filter(talk => talk.memberIds.includes(person._id)).map(talk => shownTalk(talk, id => names.get(id) ?? '')),
      remedies: review.remedies.filter(each => each.ownerId === person._id).map(each => shownRemedy(each, dateOf(now))),
      ...(closed && grade !== undefined ? { grade } : {}),
    }
  },

  async 'review.find'({ name }, context) {
    const { store, now, person } = context
    const people = await invitedAt(store, reviewed(context), now)
    const found = people.filter(one => one._id !== person._id && one.name.includes(name))
    return { items: found.slice(0, FOUND).map(one => ({ memberId: one._id, name: one.name })) }
  },
}
