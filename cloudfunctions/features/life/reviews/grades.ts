import type { reviews as contract } from '../../../../core/life/reviews/contract'
import { countGrades, judgeGrades, mayBeGraded, takesPart, wrongBallots } from '../../../../core/life/reviews/grades'
import type { Handlers } from '../use-case'
import { partsOf } from './parts'
import { changeOpen, reviewed } from './row'

export const grading: Handlers<Pick<typeof contract, 'review.tally' | 'appraisal.grade'>> = {
  async 'review.tally'({ issued, returned, counts }, context) {
    const { actor: by, now, fail } = context
    const { people } = await partsOf(context, reviewed(context))
    const strangers = counts.filter(one => !people.some(part => part.memberId === one.memberId)).map(one => one.memberId)
    const wrong = [...new Set([...wrongBallots(counts, returned), ...strangers])]
    if (returned > issued || wrong.length > 0) return fail('REVIEW_BALLOTS_WRONG', { memberIds: wrong })
    const most = people.filter(one => takesPart(one.standing)).length
    await changeOpen(context, review =>
      returned + (review.phones?.returned ?? 0) > most
        ? fail('REVIEW_BALLOTS_WRONG', { memberIds: [] })
        : { ...review, tally: { from: 'paper', issued, returned, counts, by, at: now } },
    )
    return {}
  },

  async 'appraisal.grade'({ grades }, context) {
    const { refuse, audit } = context
    const { people, most } = await partsOf(context, reviewed(context))
    const gradable = new Set(people.filter(one => mayBeGraded(one.standing)).map(one => one.memberId))
    let left: string[] = []
    const review = await changeOpen(context, before => {
      const verdict = judgeGrades(before.grades, grades, gradable, most)
      if (verdict.refused) return refuse(verdict)
      left = verdict.left
      return { ...before, grades: verdict.grades }
    })
    for (const { memberId } of grades) if (gradable.has(memberId)) audit(memberId, 'review.graded', context.subject._id)
    return { counts: countGrades(review.grades), left }
  },
}
