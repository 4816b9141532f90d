import type { reviews as contract } from '../../../../core/life/reviews/contract'
import { belongs } from '../../../kernel/access'
import { claimFiles, endFiles } from '../../../kernel/files'
import { Members, type Member } from '../../people/public'
import { Activities, type Activity } from '../documents'
import type { Context, Handlers } from '../use-case'
import { ReviewWords, type ReviewWord } from './documents'
import { reviewed, reviewOf } from './row'

type Saying = Pick<Context<'review.sayFor'>, 'store' | 'actor' | 'now' | 'checkText' | 'fail'>

interface Said {
  text: string
  voiceFileId?: string | undefined
}

/** What is said, by which member, and of which. */
interface Whose {
  kind: ReviewWord['kind']
  member: Pick<Member, '_id' | 'name'>
  about?: Pick<Member, '_id' | 'name'>
}

/** Writes one word into its place; the former one there gives way, with its recording. */
const write = async (context: Saying, subject: Activity, { kind, member, about }: Whose, { text, voiceFileId }: Said): Promise<void> => {
  const { store, actor: by, now, checkText, fail } = context
  const activity = reviewed({ subject, fail })
  if (text === '' && voiceFileId === undefined) return fail('REVIEW_EMPTY')
  const _id = [activity._id, kind, member._id, ...(about ? [about._id] : [])].join(':')
  const files = { purpose: 'review', about: _id } as const
  const [review] = await Promise.all([reviewOf(store, activity._id), checkText(text), claimFiles(context, [voiceFileId], files)])
  if (review.closedAt !== undefined) return fail('REVIEW_CLOSED')
  const row: ReviewWord = {
    ...{ _id, activityId: activity._id, kind, memberId: member._id, name: member.name },
    ...(about ? { aboutId: about._id, aboutName: about.name } : {}),
    ...{ text, at: now, by },
    ...(voiceFileId === undefined ? {} : { voiceFileId }),
    ...(by.memberId === member._id ? {} : { byName: by.name }),
  }
  await store.table(ReviewWords).put(row)
  await endFiles(context, files, voiceFileId === undefined ? [] : [voiceFileId])
}

export const say: Handlers<Pick<typeof contract, 'review.opine' | 'review.say' | 'review.sayFor'>> = {
  async 'review.opine'({ text, voiceFileId }, context) {
    await write(context, context.subject, { kind: 'opinion', member: context.person }, { text, voiceFileId })
    return {}
  },

  async 'review.say'({ text, voiceFileId, aboutId }, context) {
    const { store, subject, person, fail } = context
    reviewed(context)
    const about = aboutId === undefined ? undefined : await store.table(Members).get(aboutId)
    const isColleague = about?.state === 'active' && about._id !== person._id && belongs(about, subject)
    if (about !== undefined && !isColleague) return fail('INVALID_INPUT', { paths: ['aboutId'] })
    const whose = about ? { kind: 'mutual' as const, member: person, about } : { kind: 'self' as const, member: person }
    await write(context, subject, whose, { text, voiceFileId })
    return {}
  },

  async 'review.sayFor'({ activityId, kind, text, voiceFileId }, context) {
    const { store, subject: member, audit, fail } = context
    const activity = await store.table(Activities).get(activityId)
    if (!activity || !belongs(member, activity)) return fail('NOT_FOUND')
    await write(context, activity, { kind, member }, { text, voiceFileId })
    audit(member._id, 'review.said', activityId)
    return {}
  },
}
