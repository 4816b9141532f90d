import { Posts } from '../documents'
import { noticesMayGoOut } from '../../../../core/life/public'
import { riskNotice } from '../../../../core/service/posts/notices'
import { isAtRisk, nextLook } from '../../../../core/service/posts/rules'
import type { Post } from '../documents'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { showCards } from './cards'
import { tellLate, tellOrganizer } from './organizer'
import { tellMoves } from './moves'
import { markStation } from '../stations/mark'

/** One run does what it can well within its minute. */
const EACH_MINUTE = 200

/**
 * Looks at each post when something of it is due (`nextLook`): tells who runs it, once for each shift, that hands are lacking, and brings the
 * cards up to date. The next look is written after everything was done: cut off anywhere or run twice, it does everything once.
 */
export const lookAtPosts: Job = async ports => {
  const { store, now } = ports
  if (!noticesMayGoOut(now)) return 0
  const due = await store.table(Posts).find({ lookAt: { lte: now } }, { order: [['lookAt', 'asc']], limit: EACH_MINUTE })
  return eachRow(due, 'lookAtPosts', async post => {
    const lacking = post.shifts.filter(shift => isAtRisk(post, shift, now))
    for (const shift of lacking) await tellOrganizer(ports, post, riskNotice(post, shift))
    await showCards(ports, post)
    const look = nextLook(post, now)
    await store
      .table(Posts)
      .update({ _id: post._id, lookAt: post.lookAt ?? null }, look === null ? { unset: ['lookAt'] } : { set: { lookAt: look } })
  })
}

/**
 * Goes over the posts whose queue changed: tells who moved up and who withdrew late, should that call have been cut off before it, and
 * brings the cards up to date, since two claims at once may have told them in the wrong order.
 */
export const refreshCards: Job = async ports => {
  const due = await ports.store.table(Posts).find({ cardDue: { lte: ports.now } }, { order: [['cardDue', 'asc']], limit: EACH_MINUTE })
  return eachRow(due, 'refreshCards', post => refresh(ports, post))
}

const refresh = async (ports: Ports, post: Post): Promise<void> => {
  await tellMoves(ports, post)
  await tellLate(ports, post)
  if (post.stationId !== undefined) await markStation(ports, post.stationId)
  if (!(await showCards(ports, post))) return
  await ports.store.table(Posts).update({ _id: post._id, seq: post.seq, version: post.version }, { unset: ['cardDue', 'moves'] })
}
