import type { Output } from '../../../../core/shared/operation'
import type { reviews as contract } from '../../../../core/life/reviews/contract'
import { isLate } from '../../../../core/life/reviews/remedies'
import type { Talk } from '../../../../core/life/reviews/talks'
import type { ReviewWord, StoredRemedy } from './documents'

type Shown = Output<(typeof contract)['review.mine']>

export const shownWord = ({
  _id,
  memberId,
  name,
  aboutId,
  aboutName,
  text,
  voiceFileId,
  at,
  byName,
}: ReviewWord): Shown['given'][number] => ({
  ...{ wordId: _id, writer: { memberId, name } },
  ...(aboutId === undefined ? {} : { about: { memberId: aboutId, name: aboutName ?? '' } }),
  ...{ text, at },
  ...(voiceFileId === undefined ? {} : { voiceFileId }),
  ...(byName === undefined ? {} : { by: byName }),
})

export const shownTalk = ({ talkId, memberIds, on }: Talk, nameOf: (memberId: string) => string): Shown['talks'][number] => ({
  talkId,
  people: memberIds.map(memberId => ({ memberId, name: nameOf(memberId) })),
  ...(on === undefined ? {} : { on }),
})

export const shownRemedy = (remedy: StoredRemedy, today: string): Shown['remedies'][number] => {
  const { remedyId, problem, measure, ownerId, ownerName, dueOn, doneOn, note } = remedy
  return {
    ...{ remedyId, problem, measure, owner: { memberId: ownerId, name: ownerName }, dueOn, late: isLate(remedy, today) },
    ...(doneOn === undefined ? {} : { doneOn }),
    ...(note === undefined ? {} : { note }),
  }
}
