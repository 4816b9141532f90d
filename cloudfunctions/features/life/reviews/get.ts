import type { reviews as contract } from '../../../../core/life/reviews/contract'
import { addBallots, isToBeGraded, takesPart } from '../../../../core/life/reviews/grades'
import { type Progress, type ReviewStep, stepsOf } from '../../../../core/life/reviews/steps'
import { notTalked } from '../../../../core/life/reviews/talks'
import { dateOf } from '../../../../core/shared/calendar'
import { byNumber, pageBy } from '../../../kernel/keyset'
import type { Member } from '../../people/public'
import { committeeAt } from '../records/voters'
import type { Context, Handlers } from '../use-case'
import { ReviewWords, type Review, type ReviewWord } from './documents'
import { partsOf, type Parts } from './parts'
import { reviewed, reviewOf, type Reviewed } from './row'
import { shownRemedy, shownTalk, shownWord } from './shown'

const PAGE = 20

type Reading = Pick<Context<'review.mine'>, 'holds'> & { subject: Reviewed; person: Member; committee: ReadonlySet<string> | null }

/** May the caller read all of it: as secretary, or as a member of the committee of its day. */
export const mayRead = ({ holds, subject, person, committee }: Reading): boolean =>
  holds(['secretary'], subject.path) || (committee?.has(person._id) ?? false)

/** How far each step is, counted from what is there. */
const progressOf = (activity: Reviewed, review: Review, { people }: Parts, words: readonly ReviewWord[]): Progress[] => {
  const takePart = people.filter(one => takesPart(one.standing)).map(one => one.memberId)
  const graded = people.filter(one => isToBeGraded(one.standing))
  const wrote = new Set(words.filter(one => one.kind === 'self').map(one => one.memberId))
  const count = (kind: ReviewWord['kind']) => words.filter(one => one.kind === kind).length
  const counts: Record<ReviewStep, { done: number; total: number }> = {
    talks: { done: takePart.length - notTalked(takePart, review.talks).length, total: takePart.length },
    opinions: { done: count('opinion'), total: 0 },
    self: { done: takePart.filter(id => wrote.has(id)).length, total: takePart.length },
    mutual: { done: count('mutual'), total: 0 },
    tally: { done: review.tally || review.phones?.state === 'counted' ? 1 : 0, total: 1 },
    grades: { done: graded.filter(one => review.grades.some(grade => grade.memberId === one.memberId)).length, total: graded.length },
    remedies: { done: review.remedies.filter(one => one.doneOn !== undefined).length, total: review.remedies.length },
  }
  return stepsOf(activity.kind).map(step => {
    const on = review.ticks.find(one => one.step === step)?.on
    return { step, ...counts[step], ...(on === undefined ? {} : { on }) }
  })
}

const peopleOf = (review: Review, { people }: Parts, words: readonly ReviewWord[]) => {
  const untalked = new Set(
    notTalked(
      people.map(one => one.memberId),
      review.talks,
    ),
  )
  const wrote = new Set(words.filter(one => one.kind === 'self').map(one => one.memberId))
  const counts = addBallots(review.tally?.counts ?? [], review.phones?.state === 'counted' ? review.phones.counts : [])
  return people.map(one => {
    const grade = review.grades.find(given => given.memberId === one.memberId)?.grade
    const ballots = counts.find(counted => counted.memberId === one.memberId)
    return {
      ...one,
      talked: !untalked.has(one.memberId),
      wrote: wrote.has(one.memberId),
      ...(grade === undefined ? {} : { grade }),
      ...(ballots
        ? {
            ballots: {
              ...{ excellent: ballots.excellent, qualified: ballots.qualified },
              ...{ basic: ballots.basic, unqualified: ballots.unqualified },
            },
          }
        : {}),
    }
  })
}

export const get: Handlers<Pick<typeof contract, 'review.get' | 'review.words'>> = {
  async 'review.get'(_input, context) {
    const { store, now, holds, person, fail } = context
    const activity = reviewed(context)
    const [parts, review, words] = await Promise.all([
      partsOf(context, activity),
      reviewOf(store, activity._id),
      store.table(ReviewWords).findAll({ activityId: activity._id }),
    ])
    if (!mayRead({ holds, subject: activity, person, committee: parts.committee })) return fail('FORBIDDEN')
    const names = new Map(parts.people.map(one => [one.memberId, one.name]))
    const { _id: activityId, kind, title, startsAt } = activity
    return {
      ...{ activityId, kind, title, startsAt, keeps: holds(['secretary'], activity.path) },
      ...(review.closedAt === undefined ? {} : { closedAt: review.closedAt }),
      steps: progressOf(activity, review, parts, words),
      people: peopleOf(review, parts, words),
      talks: review.talks.map(talk => shownTalk(talk, id => names.get(id) ?? '')),
      tally: review.tally ? { issued: review.tally.issued, returned: review.tally.returned, counts: review.tally.counts } : null,
      ballotBox: review.phones ? { state: review.phones.state, issued: review.phones.issued, returned: review.phones.returned } : null,
      ...{ full: parts.full, most: parts.most, rule: parts.rule },
      remedies: review.remedies.map(one => shownRemedy(one, dateOf(now))),
    }
  },

  async 'review.words'({ kind, cursor }, context) {
    const { store, holds, person, fail } = context
    const activity = reviewed(context)
    const committee = await committeeAt(store, activity)
    if (!mayRead({ holds, subject: activity, person, committee })) return fail('FORBIDDEN')
    const order = byNumber('at', 'desc')
    const { items, cursor: next } = await pageBy(store.table(ReviewWords), { activityId: activity._id, kind }, order, {
      size: PAGE,
      cursor,
    })
    return { items: items.map(shownWord), cursor: next }
  },
}
